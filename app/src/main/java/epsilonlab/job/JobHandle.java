package epsilonlab.job;

import epsilonlab.engine.Cancellation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A job that was handed to the {@link JobRunner}: its state, and how to stop it. Thread-safe. */
public final class JobHandle<T> {
  /** Where a job stands. */
  public enum State {
    WAITING,
    RUNNING,
    PAUSED,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing more will happen. */
    public boolean isOver() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  private final String name;
  private final Cancellation cancellation = new Cancellation();
  private final Progress progress = new Progress();
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final Consumer<JobHandle<?>> changed;
  private final Runnable body;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private volatile JobContext<?> context;

  <E> JobHandle(Job<E, T> job, Consumer<? super E> events, Consumer<JobHandle<?>> changed) {
    this.name = job.name();
    this.changed = changed;
    this.body = () -> execute(job, events);
  }

  void run() {
    body.run();
  }

  private <E> void execute(Job<E, T> job, Consumer<? super E> events) {
    if (cancellation.isCancelled()) {
      end(State.CANCELLED, null, new CancellationException("cancelled"));
      return;
    }
    JobContext<E> own = new JobContext<>(cancellation, progress, events);
    context = own;
    progress.start();
    become(State.RUNNING);
    cancellation.during(
        () -> {
          try {
            T result = job.run(own);
            end(State.DONE, result, null);
          } catch (CancellationException cancelled) {
            end(State.CANCELLED, null, cancelled);
          } catch (Throwable failure) {
            // an Error (out of memory, a native library) must reach the user as well
            end(State.FAILED, null, failure);
          }
        });
  }

  private void end(State last, T result, Throwable failure) {
    progress.end();
    become(last);
    if (failure == null) {
      future.complete(result);
    } else {
      future.completeExceptionally(failure);
    }
  }

  private void become(State next) {
    // a pause that meets the job's end must not bring it back
    State before = state.getAndUpdate(now -> now.isOver() ? now : next);
    if (!before.isOver()) {
      changed.accept(this);
    }
  }

  /** The job's name. */
  public String name() {
    return name;
  }

  /** Where it stands now. */
  public State state() {
    return state.get();
  }

  /** How far it is. */
  public Progress progress() {
    return progress;
  }

  /** The result, the failure, or a {@link CancellationException}; completed on the job's thread. */
  public CompletableFuture<T> future() {
    return future;
  }

  /** Asks the job to stop; a job that can keep what it has still ends with a result. */
  public void cancel() {
    cancellation.cancel();
  }

  /** Holds a running job before its next piece of work, or lets it go on. */
  public synchronized void setPaused(boolean paused) {
    JobContext<?> running = context;
    if (running == null || state().isOver()) {
      return;
    }
    running.setPaused(paused);
    become(paused ? State.PAUSED : State.RUNNING);
  }
}
