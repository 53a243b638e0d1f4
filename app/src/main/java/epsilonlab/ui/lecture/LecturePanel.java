package epsilonlab.ui.lecture;

import epsilonlab.report.capsule.Moment;
import epsilonlab.ui.LabState;
import epsilonlab.ui.Parts;
import epsilonlab.ui.TabParts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The moments of a lecture: their list, and a form for one more. */
final class LecturePanel extends VBox implements MomentRow.Actions {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 620;

  private final LabState state;
  private final LectureModel model;
  private final VBox rows = new VBox();
  private final MomentForm form;

  /**
   * @param parts where things are on the tab in view
   * @param file saves and opens capsules
   */
  LecturePanel(
      LabState state, LectureModel model, Supplier<TabParts> parts, LectureDesk.Files file) {
    this.state = state;
    this.model = model;
    form = new MomentForm(model, parts);
    setId("lecture");
    getStyleClass().addAll("popover-card", "lecture-panel");
    getStylesheets().add(LectureStyle.sheet());
    setMaxSize(WIDTH, HEIGHT);
    setFocusTraversable(true);
    setAccessibleText("Prepared moments");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().addAll("column-scroll", "moment-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll, Parts.rule(), form, Parts.rule(), foot(file));
    model.moments().addListener((javafx.beans.Observable any) -> showRows());
    showRows();
  }

  private Node head() {
    Button close = Parts.iconButton(Feather.X, "Close (Esc)", this::close);
    HBox head =
        new HBox(
            12,
            Parts.label("Prepared moments", "help-title"),
            Parts.label("a remote’s next and back step through them", "remark"),
            Parts.spring(),
            close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node foot(LectureDesk.Files file) {
    Button save = new Button("Save capsule…", new FontIcon(Feather.SAVE));
    save.setId("lecture-save");
    save.setOnAction(event -> file.save());
    Parts.say(save, "One file with all moments and the models that they use (Ctrl+Shift+S)");
    save.setAccessibleText(save.getText());
    Button open = new Button("Open capsule…", new FontIcon(Feather.FOLDER));
    open.setId("lecture-open");
    open.setOnAction(event -> file.open());
    Parts.say(open, "Takes up the moments and models of a capsule (Ctrl+O)");
    open.setAccessibleText(open.getText());
    Button present = new Button("Present", new FontIcon(Feather.MONITOR));
    present.setId("lecture-present");
    present.setOnAction(
        event -> {
          close();
          file.present();
        });
    Parts.say(present, "Presenter mode with the first moment; Page Down goes on (F11)");
    present.setAccessibleText(present.getText());
    HBox foot = new HBox(8, save, open, Parts.spring(), present);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  /** Lies over the window, ready for a moment of what it shows. */
  void open() {
    form.begin();
    state.overlay().set(this);
  }

  /** Goes away. */
  void close() {
    if (state.overlay().get() == this) {
      state.overlay().set(null);
    }
  }

  private void showRows() {
    List<Moment> moments = model.moments();
    List<Node> all = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      all.add(new MomentRow(i, moments.size(), moments.get(i), this));
    }
    if (moments.isEmpty()) {
      Label none =
          new Label(
              "No moments yet. Set the window as your lecture needs it, then add it here: tab,"
                  + " model, digit and settings come back with one press of the remote.");
      none.setWrapText(true);
      none.getStyleClass().add("moment-none");
      all.add(none);
    }
    rows.getChildren().setAll(all);
  }

  @Override
  public void show(int index) {
    close();
    model.show(index);
  }

  @Override
  public void edit(int index) {
    form.edit(index);
  }

  @Override
  public void move(int from, int to) {
    model.move(from, to);
    form.begin();
  }

  @Override
  public void delete(int index) {
    model.delete(index);
    form.begin();
  }
}
