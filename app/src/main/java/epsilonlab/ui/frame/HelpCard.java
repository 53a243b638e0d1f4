package epsilonlab.ui.frame;

import epsilonlab.ui.LabTab;
import epsilonlab.ui.Shortcut;
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
  // one edge for the words of all sections
  private static final double KEYS_WIDTH = 190;
  private static final double BUTTONS_WIDTH = 480;

  private final VBox sections = new VBox();
  private final WindowKeys keys;

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
  HelpCard(WindowKeys keys, Runnable close, List<Action> actions) {
    this.keys = keys;
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
    sections.getChildren().setAll(section("Everywhere", keys.lines()));
    List<Shortcut> ofTab = tab == null ? List.of() : keys.lines(tab.shortcuts());
    if (!ofTab.isEmpty()) {
      sections.getChildren().add(section(tab.title(), ofTab));
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
