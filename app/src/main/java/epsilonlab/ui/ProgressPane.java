package epsilonlab.ui;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** How far some jobs are; takes no room while none runs. */
public final class ProgressPane extends VBox {
  private static final Duration REFRESH = Duration.millis(150);

  private final BooleanBinding busy;

  /** Shows the mean of those that run. */
  public ProgressPane(CurrentJob... jobs) {
    ProgressBar bar = new ProgressBar(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("status-progress");
    bar.setAccessibleText("Progress");
    getChildren().add(bar);
    Timeline timer =
        new Timeline(
            new KeyFrame(
                REFRESH,
                event ->
                    bar.setProgress(
                        List.of(jobs).stream()
                            .filter(job -> job.running().get())
                            .mapToDouble(CurrentJob::fraction)
                            .average()
                            .orElse(0))));
    timer.setCycleCount(Animation.INDEFINITE);
    BooleanBinding any = jobs[0].running().or(jobs[0].running());
    for (CurrentJob job : jobs) {
      any = any.or(job.running());
    }
    busy = any;
    Parts.showIf(this, busy);
    // bound to what outlives the panel, so it ticks only while it is seen and something runs
    busy.addListener((property, before, now) -> tick(timer));
    sceneProperty().addListener((property, before, now) -> tick(timer));
  }

  private void tick(Timeline timer) {
    if (busy.get() && getScene() != null) {
      timer.play();
    } else {
      timer.stop();
    }
  }
}
