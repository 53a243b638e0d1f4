package epsilonlab.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Calls again and again on the FX thread, while it plays. A {@code Timeline} would do so too, but
 * has the whole window pulse sixty times a second meanwhile. Belongs to the FX thread.
 */
public final class Ticker {
  private final Executor later;
  private final Runnable call;
  private boolean playing;
  private long round;

  /**
   * Does not play yet.
   *
   * @param fx brings a call to the FX thread
   * @param millis the rest between the end of one call and the next
   */
  public Ticker(Executor fx, long millis, Runnable call) {
    this.later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, fx);
    this.call = call;
  }

  /** Begins to call; does nothing if it does so already. */
  public void play() {
    if (!playing) {
      playing = true;
      goOn(++round);
    }
  }

  /** Calls no more. */
  public void stop() {
    playing = false;
  }

  private void goOn(long mine) {
    later.execute(
        () -> {
          if (playing && mine == round) {
            try {
              call.run();
            } finally {
              goOn(mine);
            }
          }
        });
  }
}
