package epsilonlab.job;

import epsilonlab.engine.Cancellation;
import java.util.function.Consumer;
import java.util.function.Function;

/** A running job's only way to speak and to be spoken to. */
public final class JobContext<E> {
  private final Cancellation cancellation;
  private final Progress progress;
  private final Consumer<? super E> events;
  // the job that this one is a part of, which alone is paused; null for none
  private final JobContext<?> outer;
  private boolean paused;

  JobContext(Cancellation cancellation, Progress progress, Consumer<? super E> events) {
    this(cancellation, progress, events, null);
  }

  private JobContext(
      Cancellation cancellation,
      Progress progress,
      Consumer<? super E> events,
      JobContext<?> outer) {
    this.outer = outer;
    this.cancellation = cancellation;
    this.progress = progress;
    this.events = events;
  }

  /** A context for running one job inside another or in a test: no progress, no cancelling. */
  public static <E> JobContext<E> of(Consumer<? super E> events) {
    return new JobContext<>(new Cancellation(), new Progress(), events);
  }

  /**
   * The context for a job that is a part of this one: paused, cancelled and measured with it.
   *
   * @param event turns what it tells into what this job tells; null to keep it quiet
   */
  public <F> JobContext<F> forwarding(Function<? super F, ? extends E> event) {
    return new JobContext<>(
        cancellation,
        progress,
        inner -> {
          E told = event.apply(inner);
          if (told != null) {
            emit(told);
          }
        },
        this);
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
  public void waitWhilePaused() {
    if (outer == null) {
      waitOwn();
    } else {
      outer.waitWhilePaused();
    }
  }

  private synchronized void waitOwn() {
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
