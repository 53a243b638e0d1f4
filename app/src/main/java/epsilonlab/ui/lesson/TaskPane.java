package epsilonlab.ui.lesson;

import epsilonlab.lesson.Task;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.StyleClasses;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the student does: the task with what is missing, or its tick line. */
final class TaskPane extends VBox {
  private final TextPane say;
  private final FontIcon icon = new FontIcon(Feather.CIRCLE);
  private final Label line = new Label();
  private final HBox state = new HBox(8, icon, line);

  TaskPane(Task task, ObservableValue<FigureTheme> theme) {
    say = TextPane.of(task.say(), theme);
    getStyleClass().add("lesson-task");
    setMinHeight(USE_PREF_SIZE);
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    line.setId("lesson-task-line");
    HBox.setHgrow(line, Priority.ALWAYS);
    state.setAlignment(Pos.CENTER_LEFT);
    state.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(say, state);
  }

  void show(LessonRun run) {
    say.fill(run.facts());
    boolean met = run.isTaskMet();
    icon.setIconCode(met ? Feather.CHECK : Feather.CIRCLE);
    StyleClasses.set(icon, "success", met);
    line.setText(
        TextPane.unbroken(met ? run.tick().orElse("Done.") : String.join("\n", run.missing())));
    StyleClasses.set(state, met ? "lesson-tick" : "lesson-missing");
  }
}
