package epsilonlab.command;

import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import java.util.function.Supplier;

/** A short piece of work as a job, so that it can be cancelled as the long ones. */
record Work<T>(String name, Supplier<T> body) implements Job<Void, T> {
  static <T> Work<T> of(String name, Supplier<T> body) {
    return new Work<>(name, body);
  }

  @Override
  public T run(JobContext<Void> context) {
    return body.get();
  }
}
