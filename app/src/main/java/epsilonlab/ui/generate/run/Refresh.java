package epsilonlab.ui.generate.run;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Calls a view-model several times a second while its part is in view. An animation would do as
 * well, but keeps JavaFX drawing sixty frames a second, which a training would have to pay for.
 */
public final class Refresh {
  private static final long EVERY_MILLIS = 150;
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          body -> {
            Thread thread = new Thread(body, "refresh");
            thread.setDaemon(true);
            return thread;
          });

  private final Runnable tick;
  private final AtomicBoolean asked = new AtomicBoolean();
  private ScheduledFuture<?> timer;

  /**
   * @param tick brings what is shown up to date, on the FX thread; cheap if nothing changed
   */
  public Refresh(Runnable tick) {
    this.tick = tick;
  }

  /** The part has come into view. */
  public void shown() {
    hidden();
    tick.run();
    timer = CLOCK.scheduleAtFixedRate(this::ask, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  // a window that is busy is not asked twice
  private void ask() {
    if (asked.compareAndSet(false, true)) {
      Platform.runLater(
          () -> {
            asked.set(false);
            if (timer != null) {
              tick.run();
            }
          });
    }
  }

  /** The part has gone out of view. */
  public void hidden() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }
}
