package epsilonlab.ui.lesson;

import epsilonlab.lesson.fact.Template;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Hints, opened one by one. */
final class HintsPane extends VBox {
  private final Button more;
  private final List<TextPane> hints = new ArrayList<>();

  HintsPane(List<Template> all, ObservableValue<FigureTheme> theme, Runnable open) {
    getStyleClass().add("lesson-hints");
    setMinHeight(USE_PREF_SIZE);
    for (Template hint : all) {
      TextPane text = TextPane.of(hint, theme);
      text.getStyleClass().add("lesson-hint");
      text.managedProperty().bind(text.visibleProperty());
      hints.add(text);
    }
    more = Parts.linkButton(Feather.HELP_CIRCLE, "Hint", "Opens one more hint.", open);
    more.setId("lesson-hint");
    more.managedProperty().bind(more.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(hints);
    getChildren().add(more);
  }

  void show(LessonRun run) {
    int opened = run.record(run.at()).hintsOpened();
    for (int i = 0; i < hints.size(); i++) {
      hints.get(i).setVisible(i < opened);
      hints.get(i).fill(run.facts());
    }
    setVisible(opened > 0 || !run.isDone(run.at()));
    more.setVisible(opened < hints.size() && !run.isDone(run.at()));
    more.setText("Hint " + (opened + 1) + " of " + hints.size());
  }
}
