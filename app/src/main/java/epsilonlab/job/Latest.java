package epsilonlab.job;

import java.util.function.Consumer;

/**
 * Requests of one kind of which only the newest counts, as a slider makes them: one runs, one
 * waits, a newer one replaces the one that waits, and an older result never overwrites a newer one.
 * Not thread-safe: {@link #request} and {@link #forget} belong to one thread, to which {@code
 * deliver} brings results back as well.
 *
 * @param <T> the result
 */
public final class Latest<T> {
  private final JobRunner runner;
  private final java.util.concurrent.Executor deliver;
  private JobHandle<T> running;
  private Runnable waiting;
  private long generation;

  /**
   * @param deliver brings a call to the thread that makes the requests, for example {@code
   *     Platform::runLater}
   */
  public Latest(JobRunner runner, java.util.concurrent.Executor deliver) {
    this.runner = runner;
    this.deliver = deliver;
  }

  /**
   * Runs {@code job} now, or as soon as the running one is done. The callbacks are called on the
   * delivering thread, and not at all if the request was replaced or forgotten.
   */
  public void request(Job<?, T> job, Consumer<T> done, Consumer<Throwable> failed) {
    if (running != null) {
      waiting = () -> start(job, done, failed);
    } else {
      start(job, done, failed);
    }
  }

  private void start(Job<?, T> job, Consumer<T> done, Consumer<Throwable> failed) {
    long mine = generation;
    JobHandle<T> handle = runner.submit(job);
    running = handle;
    handle
        .future()
        .whenComplete(
            (result, failure) ->
                deliver.execute(
                    () -> {
                      boolean current = mine == generation;
                      if (running == handle) {
                        running = null;
                        Runnable next = waiting;
                        waiting = null;
                        if (next != null) {
                          next.run();
                        }
                      }
                      if (!current) {
                        return;
                      }
                      if (failure == null) {
                        done.accept(result);
                      } else if (!(failure instanceof java.util.concurrent.CancellationException)) {
                        failed.accept(failure);
                      }
                    }));
  }

  /** Whether a request runs or waits. */
  public boolean isBusy() {
    return running != null;
  }

  /** Drops what waits and cancels what runs: its result will not be delivered. */
  public void forget() {
    generation++;
    waiting = null;
    if (running != null) {
      running.cancel();
      running = null;
    }
  }
}
