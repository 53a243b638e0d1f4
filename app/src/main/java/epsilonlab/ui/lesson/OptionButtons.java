package epsilonlab.ui.lesson;

import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Question;
import epsilonlab.ui.Parts;
import epsilonlab.ui.StyleClasses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The options of a question as buttons; a press is the guess, which stays. */
final class OptionButtons extends VBox {
  // of two words beside one another
  private static final int SHORT = 16;

  private final Map<String, Button> buttons = new LinkedHashMap<>();

  OptionButtons(Question.Options question, Consumer<Guess> commit) {
    question
        .options()
        .forEach(
            (option, words) -> {
              Button button = new Button(words);
              button.setId("option-" + option);
              button.getStyleClass().add("lesson-option");
              button.setWrapText(true);
              button.setMaxWidth(Double.MAX_VALUE);
              button.setMinHeight(USE_PREF_SIZE);
              Parts.say(button, "Guesses “" + words + "”; a guess stays.");
              button.setAccessibleText(words);
              button.setOnAction(event -> commit.accept(new Guess.Choice(option)));
              HBox.setHgrow(button, Priority.ALWAYS);
              buttons.put(option, button);
            });
    boolean beside =
        buttons.size() == 2
            && question.options().values().stream().allMatch(words -> words.length() <= SHORT);
    Pane row = beside ? new HBox(8) : new VBox(8);
    row.getChildren().addAll(buttons.values());
    getChildren().add(row);
    setMinHeight(USE_PREF_SIZE);
  }

  /** Lets the student choose, or shows what was chosen, and what is right once that is known. */
  void show(boolean open, Optional<Guess> guess, Optional<Guess> truth) {
    buttons.forEach(
        (option, button) -> {
          Guess own = new Guess.Choice(option);
          boolean chosen = guess.filter(own::equals).isPresent();
          boolean right = truth.filter(own::equals).isPresent();
          // what was chosen stays readable, so it is not disabled
          button.setMouseTransparent(!open);
          button.setFocusTraversable(open);
          button.setDisable(!open && guess.isEmpty());
          StyleClasses.set(button, "lesson-option-over", guess.isPresent());
          StyleClasses.set(button, "lesson-option-chosen", chosen);
          StyleClasses.set(button, "lesson-option-right", right && guess.isPresent());
          boolean known = guess.isPresent() && truth.isPresent();
          if (known != (button.getGraphic() != null)) {
            button.setGraphic(icon(chosen, right, known));
          }
          String state =
              (chosen ? ", your guess" : "") + (truth.isPresent() && right ? ", right" : "");
          button.setAccessibleText(button.getText() + state);
        });
  }

  private static Node icon(boolean chosen, boolean right, boolean known) {
    if (!known || !right && !chosen) {
      return null;
    }
    FontIcon icon = new FontIcon(right ? Feather.CHECK : Feather.X);
    icon.getStyleClass().add(right ? "success" : "danger");
    return icon;
  }
}
