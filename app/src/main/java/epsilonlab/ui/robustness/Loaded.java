package epsilonlab.ui.robustness;

import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabSession;
import java.util.function.BiFunction;

/** A job on a model of the library, which is loaded on the job's thread. */
record Loaded<E, T>(
    String name,
    LabSession session,
    ModelEntry model,
    BiFunction<Compute, Classifier, Job<E, T>> made)
    implements Job<E, T> {
  static <E, T> Loaded<E, T> of(
      String name,
      LabSession session,
      ModelEntry model,
      BiFunction<Compute, Classifier, Job<E, T>> made) {
    return new Loaded<>(name, session, model, made);
  }

  @Override
  public T run(JobContext<E> context) throws Exception {
    return made.apply(session.compute().join(), session.classifier(model)).run(context);
  }
}
