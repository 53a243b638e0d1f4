package epsilonlab.ui.lesson;

import epsilonlab.lesson.run.LessonRun;
import epsilonlab.ui.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How far a lesson is: a pill a step, and in words. */
final class Pills extends HBox {
  private final HBox pills = new HBox();
  private final Label words = Parts.label("", "remark");

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
    pills.getChildren().clear();
    for (int i = 0; i < all; i++) {
      StackPane pill = new StackPane();
      boolean done = run.isDone(i);
      String state = i == run.at() ? "now" : done ? "done" : "to-come";
      pill.getStyleClass().addAll("lesson-pill", "lesson-pill-" + state);
      if (done && i != run.at()) {
        pill.getChildren().add(new FontIcon(Feather.CHECK));
      }
      pills.getChildren().add(pill);
    }
    words.setText("Step " + (run.at() + 1) + " of " + all);
    setAccessibleText(words.getText());
  }
}
