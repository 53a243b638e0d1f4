package epsilonlab.ui.frame;

import epsilonlab.ui.Ticker;
import java.util.concurrent.Executor;

/** Brings the list of jobs up to date several times a second while any of them runs. */
final class JobRefresh {
  private static final long MILLIS = 150;

  private final Ticker ticker;

  JobRefresh(Executor fx, JobList jobs) {
    ticker = new Ticker(fx, MILLIS, jobs::refresh);
    jobs.busy().addListener((property, before, busy) -> follow(busy));
  }

  private void follow(boolean busy) {
    if (busy) {
      ticker.play();
    } else {
      ticker.stop();
    }
  }

  void stop() {
    ticker.stop();
  }
}
