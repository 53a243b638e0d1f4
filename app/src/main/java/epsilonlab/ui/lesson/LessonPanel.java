package epsilonlab.ui.lesson;

import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import java.util.Objects;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The open lesson, in place of the read column: title and progress, the step, back and next. */
final class LessonPanel extends VBox {
  private final LessonViewModel model;
  private final ObjectBinding<FigureTheme> theme;
  private final Label number = new Label();
  private final Label title = new Label();
  private final Pills pills = new Pills();
  private final ScrollPane scroll = new ScrollPane();
  private final Button back = new Button("Back");
  private final Button next = new Button();
  private final Button handIn;
  private final Label handInWhen = Parts.label("", "remark");
  private final Label awaited = Parts.label("", "remark");
  private LessonRun shownRun;
  private int shownStep = -1;
  private boolean shownDone;
  private boolean shownLast;
  private StepPane step;

  /**
   * @param putAside shows the tab's own column for a while
   * @param handInNow hands in the open lesson
   */
  LessonPanel(LabServices services, LessonViewModel model, Runnable putAside, Runnable handInNow) {
    this.model = model;
    theme = Parts.theme(services.state());
    setId("lesson");
    getStyleClass().add("lesson-panel");
    getStylesheets()
        .add(
            Objects.requireNonNull(LessonPanel.class.getResource("/epsilonlab/ui/css/lesson.css"))
                .toExternalForm());
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().addAll("column-scroll", "lesson-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    handIn =
        Parts.linkButton(
            Feather.UPLOAD,
            "Hand in",
            "Writes guesses, answers, numbers and figures into one report.",
            handInNow);
    handIn.setId("lesson-hand-in");
    getChildren().addAll(head(putAside), pills, scroll, foot(handInNow));
    model.version().addListener((property, before, now) -> show());
    show();
  }

  private HBox head(Runnable putAside) {
    number.getStyleClass().addAll("lesson-number", "semibold");
    title.getStyleClass().add("lesson-title");
    title.setId("lesson-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    VBox words = new VBox(number, title);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button aside =
        Parts.iconButton(
            Feather.SIDEBAR,
            "Show the tab's own column; the lesson comes back with the button above (Ctrl+L)",
            putAside);
    aside.setId("lesson-aside");
    Button close =
        Parts.iconButton(
            Feather.X, "Leave the lesson; it goes on here when you come back", model::close);
    close.setId("lesson-close");
    HBox head = new HBox(words, aside, close);
    head.getStyleClass().add("lesson-head");
    head.setMinHeight(USE_PREF_SIZE);
    return head;
  }

  private VBox foot(Runnable handInNow) {
    back.setId("lesson-back");
    back.getStyleClass().add("lesson-back");
    back.setMinWidth(USE_PREF_SIZE);
    back.setOnAction(event -> model.back());
    Parts.say(back, "The step before; its answers stay.");
    next.setId("lesson-next");
    next.getStyleClass().add("primary-button");
    next.setMaxWidth(Double.MAX_VALUE);
    next.setOnAction(
        event -> {
          if (model.run().get().isLast()) {
            handInNow.run();
          } else {
            model.next();
          }
        });
    showNext(false);
    HBox.setHgrow(next, Priority.ALWAYS);
    HBox buttons = new HBox(8, back, next);
    Button again =
        Parts.iconButton(
            Feather.ROTATE_CCW, "Begin this lesson anew, without its answers", model::restart);
    again.setId("lesson-again");
    HBox last = new HBox(8, Parts.spring(), handIn, handInWhen, Parts.spring(), again);
    last.setAlignment(Pos.CENTER);
    awaited.setId("lesson-awaited");
    awaited.setWrapText(true);
    awaited.setMinHeight(USE_PREF_SIZE);
    Parts.showIf(awaited, awaited.textProperty().isNotEmpty());
    VBox foot = new VBox(4, awaited, buttons, last);
    foot.getStyleClass().add("lesson-foot");
    foot.setMinHeight(USE_PREF_SIZE);
    return foot;
  }

  private void revealWhenLaidOut() {
    Scene scene = getScene();
    if (scene != null) {
      scene.addPostLayoutPulseListener(
          new Runnable() {
            @Override
            public void run() {
              scene.removePostLayoutPulseListener(this);
              step.revealIn(scroll);
            }
          });
    }
  }

  private void show() {
    LessonRun run = model.run().get();
    if (run == null) {
      shownRun = null;
      return;
    }
    Lesson lesson = run.lesson();
    number.setText(lesson.number() > 0 ? "Lesson " + lesson.number() : "Lesson");
    title.setText(lesson.title());
    pills.show(run);
    if (run != shownRun || run.at() != shownStep) {
      shownRun = run;
      shownStep = run.at();
      step = new StepPane(model, run.step(), theme);
      scroll.setContent(step);
      scroll.setVvalue(0);
      // a step that was done before is read from the top
      shownDone = run.isDone(run.at());
    }
    step.show(run);
    if (run.isDone(run.at()) && !shownDone) {
      revealWhenLaidOut();
    }
    shownDone = run.isDone(run.at());
    int all = lesson.steps().size();
    back.setDisable(run.at() == 0);
    boolean last = run.isLast();
    next.setDisable(last ? !run.isDone() : !run.canGoOn());
    awaited.setText(TextPane.unbroken(String.join("\n", run.awaited())));
    if (last != shownLast) {
      shownLast = last;
      showNext(last);
    }
    handIn.setVisible(!last);
    handIn.setDisable(!run.isDone());
    handInWhen.setVisible(!last);
    handInWhen.setText(run.isDone() ? "" : "after step " + all);
  }

  private void showNext(boolean last) {
    next.setText(last ? "Hand in" : "Next step");
    next.setGraphic(new FontIcon(last ? Feather.UPLOAD : Feather.CHEVRON_RIGHT));
    next.setContentDisplay(last ? ContentDisplay.LEFT : ContentDisplay.RIGHT);
    Parts.say(
        next,
        last
            ? "Writes guesses, answers, numbers and figures into one report."
            : "The next step, as soon as this one is done.");
    next.setAccessibleText(next.getText());
  }
}
