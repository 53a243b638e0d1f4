package epsilonlab.ui.generate.run;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Calls a view-model several times a second while its part is in view. */
public final class Refresh {
  private static final Duration EVERY = Duration.millis(150);

  private final Runnable tick;
  private final Timeline timer;

  /**
   * @param tick brings what is shown up to date; cheap if nothing changed
   */
  public Refresh(Runnable tick) {
    this.tick = tick;
    timer = new Timeline(new KeyFrame(EVERY, event -> tick.run()));
    timer.setCycleCount(Animation.INDEFINITE);
  }

  /** The part has come into view. */
  public void shown() {
    tick.run();
    timer.play();
  }

  /** The part has gone out of view. */
  public void hidden() {
    timer.stop();
  }
}
