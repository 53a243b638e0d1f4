package epsilonlab.ui.lesson;

import epsilonlab.lesson.Comparison;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.lesson.run.LessonRun.Stage;
import epsilonlab.lesson.run.StepRecord;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Predict, then reveal: the question, the guess, and both beside one another. */
final class QuestionPane extends VBox {
  private final Question question;
  private final TextPane ask;
  private final Button commit = new Button("This is my guess");
  private final Label waits = new Label();
  private final GridPane compared = new GridPane();
  private final Consumer<StepRecord> showAnswer;
  private Supplier<Boolean> isReady = () -> false;
  private boolean open;
  private Optional<Comparison> shown = Optional.empty();

  /**
   * @param guessed takes the guess
   */
  QuestionPane(Question question, ObservableValue<FigureTheme> theme, Consumer<Guess> guessed) {
    this.question = question;
    ask = TextPane.of(question.ask(), theme);
    ask.getStyleClass().add("lesson-ask");
    getStyleClass().add("lesson-question");
    setMinHeight(USE_PREF_SIZE);
    commit.setId("lesson-commit");
    commit.setMaxWidth(Double.MAX_VALUE);
    Parts.say(commit, "Commits the guess, which stays; then the lab answers.");
    commit.setAccessibleText(commit.getText());
    waits.getStyleClass().add("muted");
    waits.setWrapText(true);
    waits.setMinHeight(Region.USE_PREF_SIZE);
    Parts.showIf(waits, waits.textProperty().isNotEmpty());
    compared.getStyleClass().add("lesson-compared");
    compared.setMinHeight(Region.USE_PREF_SIZE);
    compared.setVisible(false);
    compared.managedProperty().bind(compared.visibleProperty());
    commit.managedProperty().bind(commit.visibleProperty());
    getChildren().add(ask);
    if (question.answer() instanceof Question.Options options) {
      showAnswer = options(options, guessed);
    } else if (question.answer() instanceof Question.Slider slider) {
      showAnswer = number(slider, guessed, theme);
    } else {
      showAnswer = curve((Question.Drawn) question.answer(), guessed, theme);
    }
    getChildren().addAll(waits, compared);
  }

  private Consumer<StepRecord> options(Question.Options options, Consumer<Guess> guessed) {
    OptionButtons buttons = new OptionButtons(options, guessed);
    getChildren().add(buttons);
    return record -> buttons.show(open, record.guess(), record.truth());
  }

  private Consumer<StepRecord> number(
      Question.Slider slider, Consumer<Guess> guessed, ObservableValue<FigureTheme> theme) {
    NumberGuess number = new NumberGuess(slider, this::showCommit);
    isReady = number::isMoved;
    commit.setOnAction(event -> guessed.accept(number.guess()));
    getChildren().addAll(number, commit);
    return record -> number.show(open, record.guess());
  }

  private Consumer<StepRecord> curve(
      Question.Drawn drawn, Consumer<Guess> guessed, ObservableValue<FigureTheme> theme) {
    CurvePad pad = new CurvePad(drawn, theme, this::showCommit);
    pad.setId("lesson-curve");
    isReady = pad.guess()::isDrawn;
    commit.setOnAction(event -> guessed.accept(pad.guess().guess()));
    getChildren().addAll(pad, commit);
    return record -> {
      pad.setDisable(!open && record.guess().isEmpty());
      record.guess().ifPresent(guess -> pad.show(guess, record.truth()));
    };
  }

  private void showCommit() {
    commit.setDisable(!open || !isReady.get());
  }

  void show(LessonRun run) {
    StepRecord record = run.record(run.at());
    ask.fill(run.facts());
    open = run.stage() == Stage.GUESS;
    boolean over = record.guess().isPresent();
    commit.setVisible(!over);
    showCommit();
    showAnswer.accept(record);
    waits.setText(
        over && record.truth().isEmpty()
            ? run.isTaskMet()
                ? "The lab is working it out …"
                : "Your guess stands; now do the task."
            : open || over ? "" : "Do the task first, then guess.");
    compare(run.comparison());
  }

  private void compare(Optional<Comparison> comparison) {
    if (comparison.equals(shown)) {
      return;
    }
    shown = comparison;
    compared.getChildren().clear();
    compared.setVisible(comparison.isPresent());
    comparison.ifPresent(
        known -> {
          boolean curve = question.answer() instanceof Question.Drawn;
          if (!curve) {
            row(0, "Your guess", new Label(TextPane.unbroken(known.guess())));
          }
          if (!curve || question.told().isPresent()) {
            row(1, "The truth", new Label(TextPane.unbroken(known.truth())));
          }
          Label words = new Label(TextPane.unbroken(known.words()));
          words.setWrapText(true);
          words.setMinHeight(Region.USE_PREF_SIZE);
          words.setId("lesson-compared");
          FontIcon icon = new FontIcon(known.right() ? Feather.CHECK : Feather.ALERT_TRIANGLE);
          icon.getStyleClass().add(known.right() ? "success" : "danger");
          words.getStyleClass().addAll("semibold", known.right() ? "success-text" : "danger-text");
          HBox line = new HBox(8, icon, words);
          line.setAlignment(Pos.CENTER_LEFT);
          line.setMinHeight(Region.USE_PREF_SIZE);
          HBox.setHgrow(words, Priority.ALWAYS);
          compared.add(line, 0, 2, 2, 1);
        });
  }

  private void row(int row, String name, Label value) {
    value.setWrapText(true);
    value.setMinHeight(Region.USE_PREF_SIZE);
    value.getStyleClass().add("semibold");
    Node label = Parts.label(name, "lesson-compared-name");
    compared.addRow(row, label, value);
  }
}
