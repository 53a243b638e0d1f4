package epsilonlab.ui.report;

import epsilonlab.report.handin.ReportDocument;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card over the window that lists what was collected for the report. */
final class ReportCard extends VBox {
  private static final double WIDTH = 680;
  private static final double HEIGHT = 560;

  private final LabServices services;
  private final ReportTray tray;
  private final VBox rows = new VBox();
  private final TextField student = new TextField();

  /** Shows what is in the tray. */
  public ReportCard(LabServices services, ReportTray tray) {
    super(12);
    this.services = services;
    this.tray = tray;
    setId("report-card");
    getStyleClass().addAll("popover-card", "report-card");
    getStylesheets()
        .add(
            Objects.requireNonNull(ReportCard.class.getResource("/epsilonlab/ui/css/report.css"))
                .toExternalForm());
    setMaxSize(WIDTH, HEIGHT);
    setFocusTraversable(true);
    setAccessibleText("Report");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().addAll("column-scroll", "report-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    rows.getStyleClass().add("report-rows");
    getChildren().addAll(head(), title());
    if (!services.state().isKiosk()) {
      getChildren().add(student());
    }
    getChildren().addAll(scroll, foot());
    tray.items().addListener((ListChangeListener<ReportItem>) change -> show());
    show();
  }

  private HBox head() {
    Button close =
        Parts.iconButton(Feather.X, "Close (Esc)", () -> services.state().overlay().set(null));
    HBox head = new HBox(12, Parts.label("Report", "help-title"), Parts.spring(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private TextField title() {
    TextField title = new TextField();
    title.setId("report-title");
    title.setPromptText("Title of the report");
    title.textProperty().bindBidirectional(tray.title());
    Parts.say(title, "The heading of the report.");
    return title;
  }

  private TextField student() {
    student.setId("report-student");
    student.setPromptText("Your name (may be left empty)");
    student.textProperty().addListener((text, old, now) -> StudentName.remember(services, now));
    Parts.say(student, "The name on reports. It is remembered until the lab is reset.");
    return student;
  }

  private HBox foot() {
    Button save = new Button("Save report…", new FontIcon(Feather.DOWNLOAD));
    save.setId("report-save");
    save.getStyleClass().add("primary-button");
    Parts.say(save, "Writes all of it into one PDF, web page or Markdown file, with settings.");
    save.setAccessibleText(save.getText());
    save.disableProperty().bind(Bindings.isEmpty(tray.items()));
    save.setOnAction(
        event -> {
          ReportDocument report = tray.document();
          SaveReport.ask(services, "report", () -> report);
        });
    HBox foot = new HBox(save);
    foot.setAlignment(Pos.CENTER_RIGHT);
    return foot;
  }

  private void show() {
    rows.getChildren().setAll(tray.items().stream().map(this::row).toList());
    if (tray.items().isEmpty()) {
      Label empty =
          new Label(
              "Nothing is collected yet. Choose “Add to report” in the menu “…” of any figure or"
                  + " table; it comes with its settings.");
      empty.setWrapText(true);
      empty.getStyleClass().add("plain-words");
      rows.getChildren().add(empty);
    }
  }

  private Node row(ReportItem item) {
    FontIcon icon = new FontIcon(item.isTable() ? Feather.LIST : Feather.IMAGE);
    Label tab = Parts.label(item.tab(), "remark");
    TextField caption = new TextField();
    caption.textProperty().bindBidirectional(item.caption());
    Parts.say(caption, "The caption.");
    HBox.setHgrow(caption, Priority.ALWAYS);
    Button up = Parts.iconButton(Feather.ARROW_UP, "Earlier", () -> tray.move(item, -1));
    Button down = Parts.iconButton(Feather.ARROW_DOWN, "Later", () -> tray.move(item, 1));
    Button remove = Parts.iconButton(Feather.TRASH_2, "Take it out", () -> remove(item));
    HBox row = new HBox(8, icon, tab, caption, up, down, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("report-row");
    return row;
  }

  private void remove(ReportItem item) {
    int place = tray.items().indexOf(item);
    tray.remove(item);
    services
        .messages()
        .info(
            "Taken out of the report.",
            "Undo",
            () -> tray.items().add(Math.min(place, tray.items().size()), item));
  }

  /** Lies over the window. */
  public void open() {
    student.setText(StudentName.byline(services).student());
    services.state().overlay().set(this);
  }
}
