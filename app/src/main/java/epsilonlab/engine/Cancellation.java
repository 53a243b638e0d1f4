package epsilonlab.engine;

import java.util.concurrent.CancellationException;

/**
 * A flag that stops a computation. It is bound to the thread that computes, and {@link Compute}
 * hands it on to the compute threads, so that a loop anywhere in the core looks at it with {@link
 * #check()} and needs no parameter for it.
 */
public final class Cancellation {
  private static final ThreadLocal<Cancellation> BOUND = new ThreadLocal<>();

  // set by the window's thread, read by compute threads
  private volatile boolean cancelled;

  /** From now on {@link #check()} throws on every thread that this is bound to. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether {@link #cancel()} was called. */
  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * Ends the computation if it was cancelled; to be called at least every 50 ms.
   *
   * @throws CancellationException if the cancellation bound to this thread is set
   */
  public static void check() {
    Cancellation bound = BOUND.get();
    if (bound != null && bound.cancelled) {
      throw new CancellationException("cancelled");
    }
  }

  /** What is bound to this thread, or null. */
  static Cancellation bound() {
    return BOUND.get();
  }

  /** Runs {@code body} with this bound to the thread, and restores what was bound before. */
  public void during(Runnable body) {
    during(this, body);
  }

  static void during(Cancellation cancellation, Runnable body) {
    Cancellation before = BOUND.get();
    BOUND.set(cancellation);
    try {
      body.run();
    } finally {
      BOUND.set(before);
    }
  }
}
