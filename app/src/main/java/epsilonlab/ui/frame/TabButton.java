package epsilonlab.ui.frame;

import epsilonlab.ui.LabTab;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** One tab of the top bar; it keeps its width when its word turns semibold. */
final class TabButton extends ToggleButton {
  private final StackPane words;

  TabButton(LabTab tab) {
    getStyleClass().setAll("lab-tab");
    setAccessibleRole(AccessibleRole.TAB_ITEM);
    setAccessibleText(tab.title());
    Label word = new Label(tab.title());
    word.getStyleClass().add("tab-word");
    Label widest = new Label(tab.title());
    widest.getStyleClass().add("tab-word-widest");
    widest.setVisible(false);
    words = new StackPane(widest, word);
    words.getStyleClass().add("tab-words");
    words.setAlignment(Pos.CENTER_LEFT);
    HBox row = new HBox(Icons.icon(tab.icon(), "tab-icon"), words);
    row.setAlignment(Pos.CENTER);
    row.getStyleClass().add("tab-row");
    setGraphic(row);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    // presenter mode shows the chosen word only
    words.managedProperty().bind(words.visibleProperty());
  }

  /** Shows the icon alone unless the tab is chosen. */
  void iconOnly(boolean wanted) {
    if (wanted) {
      words.visibleProperty().bind(selectedProperty());
    } else {
      words.visibleProperty().unbind();
      words.setVisible(true);
    }
  }

  @Override
  public void fire() {
    // a tab that is chosen stays chosen when it is clicked again
    if (!isSelected()) {
      super.fire();
    }
  }
}
