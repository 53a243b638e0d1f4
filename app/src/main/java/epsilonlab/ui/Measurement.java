package epsilonlab.ui;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.evaluation.RobustAccuracy;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Predictions;

/** Measures what a model's card lacks, clean and robust accuracy, and writes it on the card. */
public final class Measurement implements Job<Void, Void> {
  private final LabSession session;
  private final ModelEntry entry;
  private final DataSet data;

  /**
   * @param data whose test images are asked
   */
  public Measurement(LabSession session, ModelEntry entry, DataSet data) {
    this.session = session;
    this.entry = entry;
    this.data = data;
  }

  @Override
  public String name() {
    return "Robust accuracy, " + entry.card().name();
  }

  @Override
  public Void run(JobContext<Void> context) {
    ModelLibrary library = session.library();
    if (isGone(library)) {
      return null;
    }
    Compute compute = session.compute().join();
    Classifier classifier = session.classifier(entry);
    Double clean = entry.card().cleanAccuracy();
    if (clean == null) {
      clean = Predictions.of(compute, classifier, data.test()).accuracy();
    }
    Double robust = new RobustAccuracy(compute, classifier, data.test()).run(context);
    if (!isGone(library)) {
      Double cleanNow = clean;
      library.update(entry.id(), card -> card.withAccuracies(cleanNow, robust));
    }
    return null;
  }

  // deleted while the measurement waited for its turn: nobody wants to know any more
  private boolean isGone(ModelLibrary library) {
    return library.list().stream().noneMatch(any -> any.id().equals(entry.id()));
  }
}
