package epsilonlab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Optimizer;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architecture;
import epsilonlab.model.Classifier;
import epsilonlab.model.Parameters;
import epsilonlab.model.Predictions;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
    this.start =
        start.orElseGet(
            () -> architecture.initialWeights(Seed.of(settings.seed()).split("weights")));
    architecture.validate("The model to go on from", this.start);
  }

  @Override
  public String name() {
    return "Train " + architecture.title();
  }

  @Override
  public TrainingResult run(JobContext<TrainingEvent> context) {
    try (NDManager manager = compute.newManager();
        DeviceImages images = DeviceImages.upload(compute, data.train(), 0, data.train().size())) {
      Parameters parameters = compute.call(() -> Parameters.upload(manager, start));
      try (Optimizer optimizer =
          compute.call(
              () ->
                  settings.optimizer().create(compute, parameters.list(architecture), settings))) {
        TrainingStep step = new TrainingStep(compute, architecture, parameters, optimizer, images);
        return new Run(context, step, parameters).all();
      }
    }
  }

  /** The state of one run. */
  private final class Run {
    private final JobContext<TrainingEvent> context;
    private final TrainingStep step;
    private final Parameters parameters;
    private final int size = data.train().size();
    private final int stepsPerEpoch = (size + settings.batch() - 1) / settings.batch();
    private final DivergenceGuard guard = new DivergenceGuard(stepsPerEpoch);
    private final List<EpochRecord> records = new ArrayList<>();
    private Weights lastGood = start;
    private long steps;

    Run(JobContext<TrainingEvent> context, TrainingStep step, Parameters parameters) {
      this.context = context;
      this.step = step;
      this.parameters = parameters;
    }

    TrainingResult all() {
      Predictions test = null;
      try {
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
          test = epoch(epoch);
        }
        double trainAccuracy =
            Predictions.of(compute, classifier(lastGood), data.train()).accuracy();
        return result(lastGood, test, trainAccuracy, false);
      } catch (CancellationException stopped) {
        return stopped();
      }
    }

    private double learningRate() {
      double done = steps / ((double) stepsPerEpoch * settings.epochs());
      return settings.learningRate() * settings.schedule().factor(done);
    }

    private Predictions epoch(int epoch) {
      long began = System.nanoTime();
      TrainingStep.Sums sums;
      try (NDManager manager = compute.newManager()) {
        long[] order = shuffled(epoch);
        sums =
            batches(epoch, compute.call(() -> Tensors.keep(Tensors.of(manager, order), manager)));
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      guard.lookAtEpoch(sums.loss() / sums.count()).ifPresent(this::diverge);
      Weights weights = compute.call(parameters::download);
      Predictions test = Predictions.of(compute, classifier(weights), data.test());
      if (!Double.isFinite(test.meanLoss())) {
        diverge("the test loss is not a finite number");
      }
      lastGood = weights;
      EpochRecord record =
          new EpochRecord(
              epoch,
              sums.loss() / sums.count(),
              (double) sums.right() / sums.count(),
              test.meanLoss(),
              test.accuracy(),
              seconds);
      records.add(record);
      context.emit(new TrainingEvent.EpochDone(record, test, weights));
      return test;
    }

    private TrainingStep.Sums batches(int epoch, NDArray order) {
      TrainingStep.Sums sums = new TrainingStep.Sums(0, 0, 0);
      Seed dropout = seed("dropout");
      for (int i = 0; i < stepsPerEpoch; i++) {
        context.check();
        int from = i * settings.batch();
        int count = Math.min(size, from + settings.batch()) - from;
        TrainingStep.Sums batchSums =
            step.on(order, from, count, learningRate(), dropout.split(steps));
        steps++;
        double loss = batchSums.loss() / batchSums.count();
        guard.look(loss).ifPresent(this::diverge);
        sums = sums.plus(batchSums);
        double epochs = epoch - 1 + (i + 1.0) / stepsPerEpoch;
        context.progress(epochs / settings.epochs());
        context.emit(
            new TrainingEvent.BatchDone(
                epochs, loss, (double) batchSums.right() / batchSums.count()));
      }
      return sums;
    }

    private TrainingResult stopped() {
      TrainingResult[] result = new TrainingResult[1];
      // the test below must not be cancelled as well
      new Cancellation()
          .during(
              () -> {
                Weights weights = compute.call(parameters::download);
                Predictions test = Predictions.of(compute, classifier(weights), data.test());
                result[0] = result(weights, test, Double.NaN, true);
              });
      return result[0];
    }

    private TrainingResult result(
        Weights weights, Predictions test, double trainAccuracy, boolean stopped) {
      return new TrainingResult(
          architecture, weights, List.copyOf(records), steps, test, trainAccuracy, stopped);
    }

    private Classifier classifier(Weights weights) {
      return new Classifier(compute, architecture.title(), architecture, weights);
    }

    private long[] shuffled(int epoch) {
      long[] order = new long[size];
      for (int i = 0; i < size; i++) {
        order[i] = i;
      }
      SplittableRandom random = seed("order").split(epoch).generator();
      for (int i = size - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        long swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
      return order;
    }

    private Seed seed(String purpose) {
      return Seed.of(settings.seed()).split(purpose);
    }

    private void diverge(String trouble) {
      throw new TrainingDiverged(sentence(trouble), lastGood, records.size());
    }

    private String sentence(String trouble) {
      return "The training was stopped because %s; take a smaller learning rate than %s%s."
          .formatted(
              trouble,
              settings.learningRate(),
              records.isEmpty()
                  ? ""
                  : " (the weights after epoch " + records.size() + " are kept)");
    }
  }
}
