package epsilonlab.job;

import epsilonlab.engine.Compute;
import epsilonlab.engine.Priority;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs jobs: those of one priority one behind the other, those of different priorities beside each
 * other, with that priority on the compute threads.
 */
public final class JobRunner implements AutoCloseable {
  private final Map<Priority, ExecutorService> lanes = new EnumMap<>(Priority.class);
  private final List<Consumer<JobHandle<?>>> listeners = new CopyOnWriteArrayList<>();

  /** Starts a thread for each priority. */
  public JobRunner() {
    for (Priority priority : Priority.values()) {
      lanes.put(priority, Executors.newSingleThreadExecutor(daemon("jobs, " + priority)));
    }
  }

  private static ThreadFactory daemon(String name) {
    return body -> {
      Thread thread = new Thread(body, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Starts a job, or queues it behind those that wait. Events arrive on the job's thread. */
  public <E, T> JobHandle<T> submit(Job<E, T> job, Consumer<? super E> events) {
    boolean shown = job.priority() == Priority.BACKGROUND;
    JobHandle<T> handle = new JobHandle<>(job, events, shown ? this::tell : any -> {});
    if (shown) {
      tell(handle);
    }
    try {
      lanes.get(job.priority()).execute(() -> Compute.withPriority(job.priority(), handle::run));
    } catch (RejectedExecutionException closed) {
      // the window is closing: what still comes in is over before it began
      handle.cancel();
      handle.run();
    }
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

  /**
   * Lets no new job in, and interrupts the running ones, whose threads are daemons; {@link
   * #awaitEnd} waits for them.
   */
  @Override
  public void close() {
    lanes.values().forEach(ExecutorService::shutdownNow);
  }

  /**
   * Waits, once this is closed, for what running jobs still do, such as keeping what they have.
   *
   * @param most how long
   * @return whether all have ended
   */
  public boolean awaitEnd(Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    try {
      for (ExecutorService lane : lanes.values()) {
        if (!lane.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
