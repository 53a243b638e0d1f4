package epsilonlab.job;

import epsilonlab.engine.Compute;
import epsilonlab.engine.Priority;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Runs jobs: long ones one behind the other, interactive ones beside them on a thread of their own,
 * with {@link Priority#INTERACTIVE} on the compute threads.
 */
public final class JobRunner implements AutoCloseable {
  private final ExecutorService background = Executors.newSingleThreadExecutor(daemon("jobs"));
  private final ExecutorService interactive =
      Executors.newSingleThreadExecutor(daemon("interactive jobs"));
  private final List<Consumer<JobHandle<?>>> listeners = new CopyOnWriteArrayList<>();

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return body -> {
      Thread thread = new Thread(body, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Starts a job, or queues it behind those that wait. Events arrive on the job's thread. */
  public <E, T> JobHandle<T> submit(Job<E, T> job, Consumer<? super E> events) {
    boolean first = job.priority() == Priority.INTERACTIVE;
    JobHandle<T> handle = new JobHandle<>(job, events, first ? any -> {} : this::tell);
    if (!first) {
      tell(handle);
    }
    (first ? interactive : background)
        .execute(() -> Compute.withPriority(job.priority(), handle::run));
    return handle;
  }

  /** The same for a job that reports no events. */
  public <E, T> JobHandle<T> submit(Job<E, T> job) {
    return submit(job, event -> {});
  }

  /** Calls {@code listener} on whatever thread whenever a background job changes its state. */
  public void onChange(Consumer<JobHandle<?>> listener) {
    listeners.add(listener);
  }

  private void tell(JobHandle<?> handle) {
    listeners.forEach(listener -> listener.accept(handle));
  }

  /** Lets no new job in; does not wait for running ones, whose threads are daemons. */
  @Override
  public void close() {
    background.shutdownNow();
    interactive.shutdownNow();
  }
}
