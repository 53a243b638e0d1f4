package epsilonlab.ui.frame;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Brings the list of jobs up to date several times a second while any of them runs. */
final class JobRefresh {
  private static final Duration EVERY = Duration.millis(150);

  private final Timeline timer;

  JobRefresh(JobList jobs) {
    timer = new Timeline(new KeyFrame(EVERY, event -> jobs.refresh()));
    timer.setCycleCount(Animation.INDEFINITE);
    jobs.busy().addListener((property, before, busy) -> follow(busy));
  }

  private void follow(boolean busy) {
    if (busy) {
      timer.play();
    } else {
      timer.stop();
    }
  }

  void stop() {
    timer.stop();
  }
}
