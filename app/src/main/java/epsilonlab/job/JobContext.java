package epsilonlab.job;

import epsilonlab.engine.Cancellation;
import java.util.function.Consumer;

/** A running job's only way to speak and to be spoken to. */
public final class JobContext<E> {
  private final Cancellation cancellation;
  private final Progress progress;
  private final Consumer<? super E> events;
  private boolean paused;

  JobContext(Cancellation cancellation, Progress progress, Consumer<? super E> events) {
    this.cancellation = cancellation;
    this.progress = progress;
    this.events = events;
  }

  /** A context for running one job inside another or in a test: no progress, no cancelling. */
  public static <E> JobContext<E> of(Consumer<? super E> events) {
    return new JobContext<>(new Cancellation(), new Progress(), events);
  }

  /** Says how far the work is; {@code fraction} in [0, 1]. */
  public void progress(double fraction) {
    progress.reached(fraction);
  }

  /** Hands an event to whoever listens, on the job's thread. */
  public void emit(E event) {
    events.accept(event);
  }

  /**
   * Whether the job should stop; a job that can keep what it has looks here instead of throwing.
   */
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  /**
   * To be called at least every 50 ms: waits while the job is paused.
   *
   * @throws java.util.concurrent.CancellationException when the job was cancelled
   */
  public void check() {
    waitWhilePaused();
    Cancellation.check();
  }

  /** Waits while the job is paused; returns at once when it is cancelled. */
  public synchronized void waitWhilePaused() {
    while (paused && !cancellation.isCancelled()) {
      try {
        wait(50);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        cancellation.cancel();
      }
    }
  }

  synchronized void setPaused(boolean paused) {
    this.paused = paused;
    progress.setPaused(paused);
    notifyAll();
  }
}
