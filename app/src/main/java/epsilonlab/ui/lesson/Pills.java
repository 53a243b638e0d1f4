package epsilonlab.ui.lesson;

import epsilonlab.lesson.run.LessonRun;
import epsilonlab.ui.Parts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How far a lesson is: a pill a step, and in words. */
final class Pills extends HBox {
  private static final String DONE = "done";

  private final HBox pills = new HBox();
  private final Label words = Parts.label("", "remark");
  private List<String> shown = List.of();

  Pills() {
    getStyleClass().add("lesson-pills");
    pills.getStyleClass().add("lesson-pill-row");
    pills.setAlignment(Pos.CENTER_LEFT);
    pills.setMinWidth(0);
    words.setId("lesson-step-number");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(pills, Parts.spring(), words);
  }

  void show(LessonRun run) {
    int all = run.lesson().steps().size();
    List<String> states = states(run);
    if (!states.equals(shown)) {
      shown = states;
      pills.getChildren().setAll(states.stream().map(Pills::pill).toList());
    }
    words.setText("Step " + (run.at() + 1) + " of " + all);
    setAccessibleText(words.getText());
  }

  /** How each step stands: done, now or to-come. */
  static List<String> states(LessonRun run) {
    return IntStream.range(0, run.lesson().steps().size())
        .mapToObj(i -> i == run.at() && !isAtTheEnd(run) ? "now" : run.isDone(i) ? DONE : "to-come")
        .toList();
  }

  /** Whether nothing is left to do: no later step would tick the last one. */
  private static boolean isAtTheEnd(LessonRun run) {
    boolean written = run.step().words().isEmpty() || !run.record(run.at()).words().isBlank();
    return run.isLast() && run.isDone() && written;
  }

  private static StackPane pill(String state) {
    StackPane pill = new StackPane();
    pill.getStyleClass().addAll("lesson-pill", "lesson-pill-" + state);
    if (state.equals(DONE)) {
      pill.getChildren().add(new FontIcon(Feather.CHECK));
    }
    return pill;
  }
}
