package epsilonlab.ui;

import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import java.util.function.Function;

/**
 * A job that is asked for before the engine is there, and waits for it.
 *
 * @param work makes the job itself, on the job's thread
 */
public record EngineJob<E, T>(String name, LabSession session, Function<Compute, Job<E, T>> work)
    implements Job<E, T> {
  @Override
  public T run(JobContext<E> context) throws Exception {
    return work.apply(session.compute().join()).run(context);
  }
}
