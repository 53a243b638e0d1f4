package epsilonlab.privacy.dpsgd;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architecture;
import epsilonlab.model.Classifier;
import epsilonlab.model.Predictions;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Trains a classifier on the first n training images with {@link DpSgd}, and tells after each epoch
 * what it has learnt and what that cost. Can be paused; when it is cancelled it ends with what was
 * trained so far.
 */
public final class DpSgdJob implements Job<DpSgdEvent, DpSgdResult> {
  private final Compute compute;
  private final DataSet data;
  private final Architecture network;
  private final DpSgdSettings settings;
  private final ImageSet members;

  /**
   * Keeps what it needs.
   *
   * @throws LabException if there are fewer training images than wanted
   */
  public DpSgdJob(Compute compute, DataSet data, Architecture network, DpSgdSettings settings) {
    int most = data.train().size();
    if (settings.n() > most) {
      throw new LabException(
          "There are no %d training images in %s; choose n up to %d."
              .formatted(settings.n(), data.title(), most));
    }
    this.compute = compute;
    this.data = data;
    this.network = network;
    this.settings = settings;
    this.members = data.train().slice(0, settings.n());
  }

  @Override
  public String name() {
    return "Train " + network.title() + " privately";
  }

  @Override
  public DpSgdResult run(JobContext<DpSgdEvent> context) {
    RdpAccountant accountant =
        new RdpAccountant(settings.samplingRate(), settings.noiseMultiplier());
    List<DpSgdEpoch> epochs = new ArrayList<>();
    try (DpSgd training = new DpSgd(compute, members, network, settings)) {
      boolean stopped = false;
      try {
        while (epochs.size() < settings.epochs()) {
          epochs.add(epoch(training, accountant, epochs.size() + 1, context));
        }
      } catch (CancellationException cancelled) {
        stopped = true;
      }
      return result(training, accountant, epochs, stopped);
    }
  }

  private DpSgdEpoch epoch(
      DpSgd training, RdpAccountant accountant, int epoch, JobContext<DpSgdEvent> context) {
    long began = System.nanoTime();
    long all = settings.stepsIn(settings.epochs());
    double loss = 0;
    long drawn = 0;
    long clipped = 0;
    while (training.steps() < settings.stepsIn(epoch)) {
      context.check();
      DpSgd.Step step = training.step();
      if (!Double.isFinite(step.loss())) {
        throw new LabException(
            "The training was stopped because the loss is not a finite number any more; take a"
                + " smaller learning rate than "
                + settings.learningRate()
                + ".");
      }
      loss += step.loss();
      drawn += step.drawn();
      clipped += step.clipped();
      double part = (double) training.steps() / all;
      context.progress(part);
      context.emit(new DpSgdEvent.StepDone(part * settings.epochs(), step.loss() / step.drawn()));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Weights weights = training.weights();
    Classifier now = classifier(weights);
    DpSgdEpoch record =
        new DpSgdEpoch(
            epoch,
            training.steps(),
            accountant.epsilon(training.steps(), settings.delta()),
            loss / drawn,
            Predictions.of(compute, now, members).accuracy(),
            Predictions.of(compute, now, data.test()).accuracy(),
            (double) clipped / drawn,
            seconds);
    context.emit(new DpSgdEvent.EpochDone(record, weights));
    return record;
  }

  private DpSgdResult result(
      DpSgd training, RdpAccountant accountant, List<DpSgdEpoch> epochs, boolean stopped) {
    DpSgdResult[] result = new DpSgdResult[1];
    // the test must not be cancelled as well
    new Cancellation()
        .during(
            () -> {
              Weights weights = training.weights();
              Classifier classifier = classifier(weights);
              result[0] =
                  new DpSgdResult(
                      network,
                      weights,
                      List.copyOf(epochs),
                      training.steps(),
                      accountant.epsilon(training.steps(), settings.delta()),
                      Predictions.of(compute, classifier, members),
                      Predictions.of(compute, classifier, data.test()),
                      stopped);
            });
    return result[0];
  }

  private Classifier classifier(Weights weights) {
    return new Classifier(compute, network.title() + ", DP-SGD", network, weights);
  }
}
