package epsilonlab.ui.frame;

import epsilonlab.ui.LabTab;
import epsilonlab.ui.Shortcut;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The keys: those of the window and those of the tab in view. */
final class HelpCard extends VBox {
  private static final List<Shortcut> GENERAL =
      List.of(
          new Shortcut("F1", "Show or hide this help"),
          new Shortcut("F11", "Presenter mode: large, full screen"),
          new Shortcut("Ctrl+L", "Choose a lesson"),
          new Shortcut("Ctrl+M", "Prepared moments of a lecture"),
          new Shortcut("PgDn, PgUp", "While presenting: next moment, moment before"),
          new Shortcut("B, space", "While presenting: uncover"),
          new Shortcut("Ctrl+O", "Open a capsule"),
          new Shortcut("Ctrl+Shift+S", "Save a capsule"),
          new Shortcut("Ctrl+Shift+R", "Reset to a clean desk"),
          new Shortcut("Ctrl+E", "Export what the tab shows"),
          new Shortcut("Ctrl+Shift+E", "The report: what was added with “Add to report”"),
          new Shortcut("Esc", "Close what is open, or cancel the running job"));

  // one edge for the words of all sections
  private static final double KEYS_WIDTH = 140;
  private static final double BUTTONS_WIDTH = 480;

  private final VBox sections = new VBox();
  private final int tabs;

  /**
   * Something that the card leads to.
   *
   * @param id of its button
   * @param says its tooltip
   */
  record Action(String id, Ikon icon, String text, String says, Runnable action) {}

  /**
   * @param actions what the card leads to
   */
  HelpCard(int tabs, Runnable close, List<Action> actions) {
    this.tabs = tabs;
    getStyleClass().addAll("popover-card", "help-card");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setFocusTraversable(true);
    Label title = new Label("Keys");
    title.getStyleClass().add("help-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button shut = Icons.button(Feather.X, "Close (Esc)", close);
    HBox head = new HBox(title, gap, shut);
    head.setAlignment(Pos.CENTER_LEFT);
    sections.getStyleClass().add("help-sections");
    FlowPane buttons = new FlowPane(8, 8);
    buttons.setPrefWrapLength(BUTTONS_WIDTH);
    for (Action action : actions) {
      Button button = new Button(action.text(), Icons.icon(action.icon()));
      button.setId(action.id());
      Icons.say(button, action.says());
      button.setOnAction(event -> action.action().run());
      buttons.getChildren().add(button);
    }
    getChildren().addAll(head, sections, buttons);
  }

  /** Lists the keys that hold while {@code tab} is in view. */
  void describe(LabTab tab) {
    List<Shortcut> general = new ArrayList<>();
    if (tabs > 1) {
      general.add(new Shortcut("Ctrl+1 … Ctrl+" + tabs, "Go to a tab"));
    }
    general.addAll(GENERAL);
    sections.getChildren().setAll(section("Everywhere", general));
    if (tab != null && !tab.shortcuts().isEmpty()) {
      sections.getChildren().add(section(tab.title(), tab.shortcuts()));
    }
  }

  private static VBox section(String name, List<Shortcut> shortcuts) {
    Label title = new Label(name);
    title.getStyleClass().add("section-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("help-grid");
    ColumnConstraints keysColumn = new ColumnConstraints();
    keysColumn.setMinWidth(KEYS_WIDTH);
    grid.getColumnConstraints().addAll(keysColumn, new ColumnConstraints());
    for (int row = 0; row < shortcuts.size(); row++) {
      Label keys = new Label(shortcuts.get(row).keys());
      keys.getStyleClass().add("key-cap");
      Label what = new Label(shortcuts.get(row).what());
      what.setWrapText(true);
      GridPane.setValignment(what, VPos.CENTER);
      grid.addRow(row, keys, what);
    }
    VBox section = new VBox(title, grid);
    section.getStyleClass().add("help-section");
    return section;
  }
}
