package epsilonlab.ui.theory;

import epsilonlab.ui.Parts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The theorems, numbered; one is chosen. */
final class TheoremList extends VBox {
  private final ToggleGroup group = new ToggleGroup();

  TheoremList(TheoryViewModel model) {
    getStyleClass().add("theorem-list");
    List<TheoryPages.Entry> entries = model.entries();
    for (int i = 0; i < entries.size(); i++) {
      getChildren().add(button(i + 1, entries.get(i), model));
    }
    model.page().addListener((property, before, now) -> select(now));
    select(model.page().get());
    addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, model));
  }

  private ToggleButton button(int number, TheoryPages.Entry entry, TheoryViewModel model) {
    Label digit = Parts.label(Integer.toString(number), "theorem-number");
    HBox words = new HBox(digit, Parts.label(entry.theorem().title(), "theorem-title"));
    words.setAlignment(Pos.CENTER_LEFT);
    ToggleButton button = new ToggleButton(null, words);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setId("theorem-" + entry.theorem().id());
    button.getStyleClass().setAll("theorem-row");
    button.setToggleGroup(group);
    button.setUserData(entry);
    button.setMaxWidth(Double.MAX_VALUE);
    Parts.say(button, entry.theorem().sentence());
    button.setAccessibleText(number + ", " + entry.theorem().title());
    button.setOnAction(
        event -> {
          model.page().set(entry);
          // pressing the chosen one again would switch it off
          group.selectToggle(button);
        });
    return button;
  }

  private void select(TheoryPages.Entry entry) {
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == entry)
        .forEach(group::selectToggle);
  }

  private void key(KeyEvent event, TheoryViewModel model) {
    if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
      model.move(event.getCode() == KeyCode.UP ? -1 : 1);
      ((ToggleButton) group.getSelectedToggle()).requestFocus();
      event.consume();
    }
  }
}
