package epsilonlab.ui.lesson;

import epsilonlab.lesson.Step;
import epsilonlab.lesson.fact.Template;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A step of a lesson, from its text to the student's own words. Built when it comes into view. */
final class StepPane extends VBox {
  private static final int ROWS = 3;

  private final LessonViewModel model;
  private final ObservableValue<FigureTheme> theme;
  private final List<Consumer<LessonRun>> parts = new ArrayList<>();
  private QuestionPane question;

  StepPane(LessonViewModel model, Step step, ObservableValue<FigureTheme> theme) {
    this.model = model;
    this.theme = theme;
    getStyleClass().add("lesson-step");
    Label title = new Label(step.title());
    title.getStyleClass().addAll("lesson-step-title", "semibold");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    add(title, run -> {});
    text(new TextPane(step.text(), theme));
    trouble();
    if (step.guessFirst()) {
      question(step);
      task(step);
    } else {
      task(step);
      question(step);
    }
    if (!step.hints().isEmpty()) {
      HintsPane hints = new HintsPane(step.hints(), theme, model::openHint);
      add(hints, hints::show);
    }
    explanation(step);
    step.words().ifPresent(this::words);
    theory();
  }

  private void theory() {
    Button page =
        Parts.linkButton(
            Feather.BOOK_OPEN,
            "The theory behind it",
            "Goes to this lesson's page of the Theory tab.",
            model::goToTheory);
    page.setId("lesson-theory");
    page.managedProperty().bind(page.visibleProperty());
    add(page, run -> page.setVisible(model.hasTheory() && run.isDone(run.at())));
  }

  private void add(Node node, Consumer<LessonRun> show) {
    getChildren().add(node);
    parts.add(show);
  }

  private void text(TextPane text) {
    add(text, run -> text.fill(run.facts()));
  }

  private void task(Step step) {
    step.task().map(task -> new TaskPane(task, theme)).ifPresent(pane -> add(pane, pane::show));
  }

  private void question(Step step) {
    step.question()
        .map(asked -> new QuestionPane(asked, theme, model::guess))
        .ifPresent(
            pane -> {
              question = pane;
              add(pane, pane::show);
            });
  }

  /** What could not be set up, and the way to the tab on which the step happens. */
  private void trouble() {
    Label sentence = new Label();
    sentence.setId("lesson-trouble");
    sentence.getStyleClass().addAll("card-warning", "lesson-trouble");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    Parts.showIf(sentence, sentence.textProperty().isNotEmpty());
    add(
        sentence,
        run -> sentence.setText(model.need().map(LessonViewModel.Need::sentence).orElse("")));
    train();
    Button there =
        Parts.linkButton(
            Feather.CORNER_UP_LEFT,
            "Go there",
            "Goes to the tab on which this step happens.",
            model::goThere);
    there.setId("lesson-go-there");
    there.managedProperty().bind(there.visibleProperty());
    add(
        there,
        run -> {
          there.setVisible(model.elsewhere().isPresent());
          model
              .elsewhere()
              .ifPresent(tab -> there.setText("This step is on the " + capital(tab) + " tab"));
        });
  }

  /** The way to the network that is missing. */
  private void train() {
    Button train =
        Parts.linkButton(
            Feather.ACTIVITY,
            "Train one",
            "Goes to the tab on which the missing network can be trained; the lesson stays open.",
            model::goAndTrain);
    train.setId("lesson-train");
    train.managedProperty().bind(train.visibleProperty());
    add(
        train,
        run -> {
          Optional<String> tab = model.need().flatMap(LessonViewModel.Need::tab);
          train.setVisible(tab.isPresent());
          tab.ifPresent(
              where ->
                  train.setText(
                      where.equals("train")
                          ? "Train one (Ctrl+1)"
                          : "Train one on the Defend tab (Ctrl+3)"));
        });
  }

  private static String capital(String tab) {
    return tab.substring(0, 1).toUpperCase(Locale.ROOT) + tab.substring(1);
  }

  private void explanation(Step step) {
    if (step.explanation().text().isEmpty()) {
      return;
    }
    Label title = Parts.label(step.explanation().title(), "lesson-why-title", "semibold");
    TextPane text = new TextPane(step.explanation().text(), theme);
    VBox why = new VBox(title, text);
    why.setId("lesson-why");
    why.getStyleClass().add("lesson-why");
    why.setMinHeight(USE_PREF_SIZE);
    why.managedProperty().bind(why.visibleProperty());
    add(
        why,
        run -> {
          why.setVisible(run.isDone(run.at()));
          text.fill(run.facts());
        });
  }

  private void words(Template ask) {
    TextPane question = TextPane.of(ask, theme);
    question.getStyleClass().add("lesson-words-ask");
    TextArea answer = new TextArea();
    answer.setId("lesson-words");
    answer.setWrapText(true);
    answer.setPrefRowCount(ROWS);
    Parts.say(answer, "Your own words; they are saved as you type and stand in your hand-in.");
    VBox box = new VBox(4, question, answer);
    box.setMinHeight(USE_PREF_SIZE);
    answer.textProperty().addListener((property, before, now) -> model.write(now));
    box.managedProperty().bind(box.visibleProperty());
    add(
        box,
        run -> {
          question.fill(run.facts());
          String kept = run.record(run.at()).words();
          if (!answer.getText().equals(kept)) {
            answer.setText(kept);
          }
          // what is to be explained has to be seen first
          box.setVisible(run.isDone(run.at()));
        });
  }

  /** Scrolls so that the answer to the question, and what follows, can be read. */
  void revealIn(ScrollPane scroll) {
    double spare = getHeight() - scroll.getViewportBounds().getHeight();
    if (question != null && spare > 0) {
      scroll.setVvalue(Math.min(1, question.getBoundsInParent().getMinY() / spare));
    }
  }

  /** Brings all of it up to date. */
  void show(LessonRun run) {
    parts.forEach(part -> part.accept(run));
  }
}
