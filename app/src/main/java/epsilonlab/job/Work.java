package epsilonlab.job;

import epsilonlab.engine.Priority;
import java.util.concurrent.Callable;

/** A piece of work without events as a job. */
public record Work<T>(String name, Priority priority, Callable<T> body) implements Job<Void, T> {
  /** Work that shows in the status bar and queues behind other such work. */
  public static <T> Work<T> background(String name, Callable<T> body) {
    return new Work<>(name, Priority.BACKGROUND, body);
  }

  /** Work that follows what the user has just done. */
  public static <T> Work<T> following(String name, Callable<T> body) {
    return new Work<>(name, Priority.FOLLOWING, body);
  }

  /** Work that the user waits for. */
  public static <T> Work<T> interactive(String name, Callable<T> body) {
    return new Work<>(name, Priority.INTERACTIVE, body);
  }

  @Override
  public T run(JobContext<Void> context) throws Exception {
    return body.call();
  }
}
