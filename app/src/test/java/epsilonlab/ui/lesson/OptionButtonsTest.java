package epsilonlab.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.Step;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.theme.LabFonts;
import epsilonlab.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The choices of all lessons, as wide as the panel is: none of their words is cut. */
class OptionButtonsTest {
  private final FxRobot robot = new FxRobot();

  @ParameterizedTest
  @CsvSource({"LIGHT, false", "DARK, true"})
  void noChoiceIsCut(Theme theme, boolean presenting) throws Exception {
    FxToolkit.registerPrimaryStage();
    Stage stage = FxToolkit.registerStage(Stage::new);
    var services = SessionServices.with(Platform::runLater, new TestDialogs());
    List<String> cut = new ArrayList<>();
    List<Button> seen = new ArrayList<>();
    robot.interact(
        () -> {
          LabFonts.load();
          services.state().theme().prepare();
          services.state().theme().choose(theme);
          VBox panel = new VBox();
          panel.getStyleClass().add("lesson-panel");
          panel
              .getStylesheets()
              .add(
                  Objects.requireNonNull(
                          LessonPanel.class.getResource("/epsilonlab/ui/css/lesson.css"))
                      .toExternalForm());
          VBox root = new VBox(panel);
          if (presenting) {
            root.getStyleClass().add("presenting");
          }
          root.setFillWidth(false);
          Scene scene = new Scene(root, 500, 720);
          services.state().theme().follow(scene);
          stage.setScene(scene);
          stage.show();
          for (Lesson lesson : Lessons.shipped()) {
            for (Step step : lesson.steps()) {
              step.question()
                  .filter(asked -> asked.answer() instanceof Question.Options)
                  .map(asked -> (Question.Options) asked.answer())
                  .ifPresent(
                      options -> {
                        List<Button> buttons = lay(options, panel, scene);
                        seen.addAll(buttons);
                        buttons.stream()
                            .filter(button -> !isWhole(button))
                            .forEach(button -> cut.add(lesson.id() + ": " + button.getText()));
                        if (lesson.number() == 10) {
                          Screenshots.save(scene, "lesson-options-" + theme);
                        }
                      });
            }
          }
          stage.close();
        });
    services.jobs().close();
    assertTrue(seen.size() > 40, "only " + seen.size() + " choices");
    assertEquals(List.of(), cut);
  }

  /** With a guess made and the truth known: the icons take room of the words. */
  private static List<Button> lay(Question.Options question, VBox panel, Scene scene) {
    OptionButtons buttons = new OptionButtons(question, guess -> {});
    List<String> options = List.copyOf(question.options().keySet());
    buttons.show(
        false,
        Optional.of(new Guess.Choice(options.get(0))),
        Optional.of(new Guess.Choice(options.get(options.size() - 1))));
    VBox card = new VBox(buttons);
    card.getStyleClass().add("lesson-question");
    VBox step = new VBox(card);
    step.getStyleClass().add("lesson-step");
    ScrollPane scroll = new ScrollPane(step);
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(700);
    panel.getChildren().setAll(scroll);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    List<Button> all = new ArrayList<>();
    buttons.lookupAll(".lesson-option").forEach(node -> all.add((Button) node));
    return all;
  }

  private static boolean isWhole(Button button) {
    for (Node child : button.getChildrenUnmodifiable()) {
      if (child instanceof Text text && !(child instanceof FontIcon)) {
        return text.getText().equals(button.getText())
            && text.getBoundsInParent().getMinY() >= 0
            && text.getBoundsInParent().getMaxY() <= button.getHeight();
      }
    }
    return false;
  }
}
