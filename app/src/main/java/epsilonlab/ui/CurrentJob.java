package epsilonlab.ui;

import epsilonlab.job.Job;
import epsilonlab.job.JobHandle;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * A background job of which only the newest counts: what an earlier or cancelled one still says is
 * dropped. The frame tells of failures. Belongs to the FX thread; needs no screen.
 */
public final class CurrentJob {
  private final LabSession session;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private JobHandle<?> handle;
  private long generation;

  /** Nothing runs yet. */
  public CurrentJob(LabSession session) {
    this.session = session;
  }

  /** Whether it runs, or waits for the jobs before it. */
  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** How far it is, in [0, 1]. */
  public double fraction() {
    return handle == null ? 0 : handle.progress().fraction();
  }

  /**
   * Starts a job in place of the one that runs.
   *
   * @param otherwise hears that it failed, or was cancelled from outside
   */
  public <E, T> void start(Job<E, T> job, Consumer<E> event, Consumer<T> done, Runnable otherwise) {
    cancel();
    long mine = generation;
    running.set(true);
    JobHandle<T> begun = session.jobs().submit(job, said -> later(mine, () -> event.accept(said)));
    handle = begun;
    begun
        .future()
        .whenComplete(
            (result, failure) ->
                later(
                    mine,
                    () -> {
                      handle = null;
                      running.set(false);
                      if (failure == null) {
                        done.accept(result);
                      } else {
                        otherwise.run();
                      }
                    }));
  }

  private void later(long mine, Runnable call) {
    session
        .fx()
        .execute(
            () -> {
              if (mine == generation) {
                call.run();
              }
            });
  }

  /** Ends it; nothing that it still says is heard. */
  public void cancel() {
    generation++;
    if (handle != null) {
      handle.cancel();
      handle = null;
    }
    running.set(false);
  }
}
