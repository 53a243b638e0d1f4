package epsilonlab.ui.generate.run;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.Phase;
import java.util.function.IntFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** A time line under its heading, which says whether the newest epoch is shown. */
public final class TimeLinePane extends VBox {
  private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");

  private final TimeLine line;

  /**
   * @param name begins ids and names of files
   * @param remark says what is seen
   */
  public TimeLinePane(
      LabServices services,
      ObservableValue<FigureTheme> theme,
      String name,
      String remark,
      LookedAt lookedAt,
      ObservableValue<Phase> phase,
      IntFunction<float[]> image) {
    line = new TimeLine(theme, lookedAt, image);
    line.setId(name + "-time-line");
    getStyleClass().add("time-line-pane");
    getChildren()
        .addAll(
            Parts.heading(
                "Time line",
                remark,
                live(name, lookedAt, phase),
                Parts.menu(services, line.view(), name + "-time-line")),
            line);
  }

  private static Button live(String name, LookedAt lookedAt, ObservableValue<Phase> phase) {
    Circle dot = new Circle(4);
    dot.getStyleClass().add("live-dot");
    Button live = new Button("live", dot);
    live.setId(name + "-live");
    live.getStyleClass().addAll("link-button", "live-button");
    Parts.say(live, "Shows the newest epoch, and follows the training (End).");
    live.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    phase.getValue() != Phase.IDLE
                        ? "live"
                        : lookedAt.live().get() ? "end" : "to the end",
                phase,
                lookedAt.live()));
    live.setOnAction(event -> lookedAt.follow());
    live.pseudoClassStateChanged(LIVE, lookedAt.live().get());
    lookedAt.live().addListener((property, before, now) -> live.pseudoClassStateChanged(LIVE, now));
    return live;
  }

  /** The time line itself. */
  public TimeLine line() {
    return line;
  }
}
