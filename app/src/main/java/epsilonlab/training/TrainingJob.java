package epsilonlab.training;

import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architecture;
import epsilonlab.model.Predictions;
import epsilonlab.model.Weights;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Trains a classifier by mini-batches on the cross-entropy. Can be paused; when it is cancelled it
 * ends with what was trained so far.
 */
public final class TrainingJob implements Job<TrainingEvent, TrainingResult> {
  private final Compute compute;
  private final DataSet data;
  private final Architecture architecture;
  private final TrainingSettings settings;
  private final Weights start;

  /**
   * @param start weights to go on from, or empty for fresh ones
   */
  public TrainingJob(
      Compute compute,
      DataSet data,
      Architecture architecture,
      TrainingSettings settings,
      Optional<Weights> start) {
    this.compute = compute;
    this.data = data;
    this.architecture = architecture;
    this.settings = settings;
    this.start = start.orElseGet(() -> Training.freshWeights(architecture, settings));
    architecture.validate("The model to go on from", this.start);
  }

  @Override
  public String name() {
    return "Train " + architecture.title();
  }

  @Override
  public TrainingResult run(JobContext<TrainingEvent> context) {
    try (DeviceImages images = DeviceImages.upload(compute, data.train(), 0, data.train().size());
        Training training =
            new Training(
                compute,
                data,
                images,
                architecture,
                settings,
                AdversarialSettings.standard(),
                start)) {
      return all(training, context);
    }
  }

  private TrainingResult all(Training training, JobContext<TrainingEvent> context) {
    try {
      while (training.epochs() < settings.epochs()) {
        training.epoch(driver(context));
        context.emit(training.lastEpoch());
      }
      double trainAccuracy =
          Predictions.of(compute, training.classifier(), data.train()).accuracy();
      return training.result(trainAccuracy, false);
    } catch (CancellationException stopped) {
      return training.stopped();
    }
  }

  private Training.Driver driver(JobContext<TrainingEvent> context) {
    return new Training.Driver() {
      @Override
      public void beforeBatch() {
        context.check();
      }

      @Override
      public void afterBatch(TrainingEvent.BatchDone batch) {
        context.progress(batch.epochs() / settings.epochs());
        context.emit(batch);
      }
    };
  }
}
