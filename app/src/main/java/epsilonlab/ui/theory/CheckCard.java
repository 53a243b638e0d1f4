package epsilonlab.ui.theory;

import epsilonlab.report.figure.FigureTable;
import epsilonlab.theory.CheckResult;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabPopOver;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.TableMenu;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the check on random cases found. */
final class CheckCard extends VBox {
  private final TheoremCheck check;
  private final LabServices services;
  private final FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
  private final Label title = new Label();
  private final Label number = Parts.label("", "muted");
  private final Button compared;

  CheckCard(TheoremCheck check, LabServices services) {
    this.check = check;
    this.services = services;
    setId("check-card");
    getStyleClass().addAll("card", "theory-card", "check-card");
    title.getStyleClass().addAll("semibold", "check-title");
    number.setId("check-number");
    compared =
        Parts.linkButton(
            Feather.LIST,
            "details",
            "Lists the claims and the largest difference found for each.",
            this::open);
    compared.setGraphic(null);
    compared.setId("check-claims");
    compared.getStyleClass().add("check-claims");
    HBox head = new HBox(8, icon, title);
    head.setAlignment(Pos.CENTER_LEFT);
    HBox foot = new HBox(8, number, Parts.spring(), compared);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, foot);
    check.result().addListener((property, before, now) -> show());
    check.running().addListener((property, before, now) -> show());
    show();
  }

  private void show() {
    CheckResult now = check.result().get();
    boolean running = check.running().get();
    icon.getStyleClass().removeAll("success", "danger", "accent");
    compared.setVisible(now != null);
    compared.setManaged(now != null);
    if (now == null) {
      title.setText(running ? "Checking …" : "Not checked yet");
      number.setText(running ? "drawing random cases" : "on random cases, by two ways");
      icon.setIconCode(Feather.CIRCLE);
      return;
    }
    icon.setIconCode(
        running ? Feather.CIRCLE : now.holds() ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
    icon.getStyleClass().add(!now.holds() ? "danger" : running ? "accent" : "success");
    String cases = "%,d random cases".formatted(now.instances());
    title.setText(
        (running ? "So far, " : now.holds() ? "Checked on " : "Wrong in some of ") + cases);
    number.setText("largest difference " + TheoryWords.small(now.largestDifference()));
  }

  private void open() {
    CheckResult now = check.result().get();
    GridPane grid = new GridPane();
    grid.getStyleClass().add("claims");
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(words, new ColumnConstraints(84), new ColumnConstraints(84));
    grid.addRow(0, new Label(), head("cases"), head("difference"));
    int y = 1;
    for (CheckResult.Outcome outcome : now.claims()) {
      Label sentence = new Label(outcome.claim().sentence() + ".");
      sentence.setWrapText(true);
      sentence.setMinHeight(Region.USE_PREF_SIZE);
      sentence.setMaxWidth(380);
      Label cases = right(Parts.label("%,d".formatted(outcome.cases()), "value"));
      Label found = right(Parts.label(TheoryWords.small(outcome.largestDifference()), "value"));
      if (!outcome.holds()) {
        found.getStyleClass().add("danger-text");
      }
      grid.addRow(y++, sentence, cases, found);
    }
    TableMenu menu =
        new TableMenu(
            () -> table(now),
            "theory-check",
            ExportPorts.files(services.dialogs()),
            ExportPorts.notices(services.messages()));
    HBox head =
        new HBox(
            8,
            Parts.label("Two independent ways, compared", "section-title"),
            Parts.spring(),
            menu);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox content = new VBox(8, head, grid);
    content.getStylesheets().add(TheoryView.stylesheet());
    new LabPopOver(content, ArrowLocation.RIGHT_CENTER).show(compared);
  }

  private static Label head(String word) {
    return right(Parts.label(word, "remark"));
  }

  private static Label right(Label label) {
    label.setMaxWidth(Double.MAX_VALUE);
    label.setAlignment(Pos.CENTER_RIGHT);
    return label;
  }

  private static FigureTable table(CheckResult of) {
    List<List<Object>> rows = new ArrayList<>();
    for (CheckResult.Outcome outcome : of.claims()) {
      rows.add(
          List.of(
              outcome.claim().id(),
              outcome.claim().sentence(),
              outcome.cases(),
              outcome.largestDifference(),
              outcome.claim().tolerance()));
    }
    return new FigureTable(
        List.of("claim", "what is compared", "cases", "largest difference", "tolerance"), rows);
  }
}
