package epsilonlab.ui.kiosk;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says when a visitor has left: somebody touched the lab, and then nobody for a while. Belongs to
 * one thread; needs no screen.
 */
public final class IdleReturn {
  private final LongSupplier clock;
  private final long patience;
  private final Runnable left;
  private boolean touched;
  private long last;

  /**
   * Nobody has come yet.
   *
   * @param clock nanoseconds, as {@link System#nanoTime}
   * @param patience how long nobody must have touched it
   * @param left is called once for each visitor
   */
  public IdleReturn(LongSupplier clock, Duration patience, Runnable left) {
    this.clock = clock;
    this.patience = patience.toNanos();
    this.left = left;
  }

  /** Somebody moved the mouse or pressed a key. */
  public void touch() {
    touched = true;
    last = clock.getAsLong();
  }

  /** To be called every second or so. */
  public void check() {
    if (touched && clock.getAsLong() - last >= patience) {
      touched = false;
      left.run();
    }
  }
}
