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
import epsilonlab.model.Architecture;
import epsilonlab.model.Classifier;
import epsilonlab.model.Parameters;
import epsilonlab.model.Predictions;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * A training in progress. It goes epoch by epoch, so that several can take turns; whoever drives it
 * looks after pausing and cancelling between two batches.
 */
public final class Training implements AutoCloseable {
  private final Compute compute;
  private final DataSet data;
  private final Architecture architecture;
  private final TrainingSettings settings;
  private final AdversarialSettings adversarial;
  private final NDManager manager;
  private final Parameters parameters;
  private final Optimizer optimizer;
  private final TrainingStep step;
  private final int size;
  private final int stepsPerEpoch;
  private final DivergenceGuard guard;
  private final List<EpochRecord> records = new ArrayList<>();
  private TrainingEvent.EpochDone lastEpoch;
  private Weights lastGood;
  private long steps;

  /**
   * Puts the weights on the device.
   *
   * @param images the training images of {@code data}, which may be shared by several trainings
   * @param start the weights to start from
   */
  public Training(
      Compute compute,
      DataSet data,
      DeviceImages images,
      Architecture architecture,
      TrainingSettings settings,
      AdversarialSettings adversarial,
      Weights start) {
    this.compute = compute;
    this.data = data;
    this.architecture = architecture;
    this.settings = settings;
    this.adversarial = adversarial;
    this.lastGood = start;
    this.size = data.train().size();
    this.stepsPerEpoch = (size + settings.batch() - 1) / settings.batch();
    this.guard = new DivergenceGuard(stepsPerEpoch);
    this.manager = compute.newManager();
    try {
      this.parameters = compute.call(() -> Parameters.upload(manager, start));
      this.optimizer =
          compute.call(
              () -> settings.optimizer().create(compute, parameters.list(architecture), settings));
    } catch (RuntimeException | Error failure) {
      manager.close();
      throw failure;
    }
    this.step = new TrainingStep(compute, architecture, parameters, optimizer, images, adversarial);
  }

  /** Who drives a training. */
  public interface Driver {
    /** The next batch comes; may wait, or throw to end the epoch here. */
    void beforeBatch();

    /** A batch was learnt. */
    void afterBatch(TrainingEvent.BatchDone batch);
  }

  /** The weights that a training with these settings starts from. */
  public static Weights freshWeights(Architecture architecture, TrainingSettings settings) {
    return architecture.initialWeights(Seed.of(settings.seed()).split("weights"));
  }

  /** How many epochs are done. */
  public int epochs() {
    return records.size();
  }

  /** The part of epsilon that it has met so far, in [0, 1]. */
  public double ramp() {
    return adversarial.ramp(done());
  }

  /** How it learns. */
  public AdversarialSettings adversarial() {
    return adversarial;
  }

  /** The last finished epoch, or null before the first. */
  public TrainingEvent.EpochDone lastEpoch() {
    return lastEpoch;
  }

  /** The network as it is now; to be asked for between two batches. */
  public Classifier classifier() {
    return classifier(weights());
  }

  private Weights weights() {
    return compute.call(parameters::download);
  }

  private Classifier classifier(Weights weights) {
    return new Classifier(compute, architecture.title(), architecture, weights);
  }

  private double done() {
    return steps / ((double) stepsPerEpoch * settings.epochs());
  }

  /**
   * Does one epoch and tests the network.
   *
   * @param driver is asked before every batch and told of it afterwards
   * @throws TrainingDiverged if the loss explodes
   */
  public void epoch(Driver driver) {
    int epoch = records.size() + 1;
    long began = System.nanoTime();
    TrainingStep.Sums sums;
    try (NDManager ofEpoch = compute.newManager()) {
      long[] order = seed("order").split(epoch).permutation(size);
      sums = batches(compute.call(() -> Tensors.keep(Tensors.of(ofEpoch, order), ofEpoch)), driver);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    guard.lookAtEpoch(sums.loss() / sums.count()).ifPresent(this::diverge);
    Weights weights = weights();
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
    lastEpoch = new TrainingEvent.EpochDone(record, test, weights);
  }

  private TrainingStep.Sums batches(NDArray order, Driver driver) {
    TrainingStep.Sums sums = new TrainingStep.Sums(0, 0, 0);
    Seed dropout = seed("dropout");
    int epochsBefore = records.size();
    for (int i = 0; i < stepsPerEpoch; i++) {
      driver.beforeBatch();
      int from = i * settings.batch();
      int count = Math.min(size, from + settings.batch()) - from;
      double rate = settings.learningRate() * settings.schedule().factor(done());
      TrainingStep.Sums batch =
          step.on(order, from, count, rate, adversarial.ramp(done()), dropout.split(steps));
      steps++;
      double loss = batch.loss() / batch.count();
      guard.look(loss).ifPresent(this::diverge);
      sums = sums.plus(batch);
      double epochs = epochsBefore + (i + 1.0) / stepsPerEpoch;
      driver.afterBatch(
          new TrainingEvent.BatchDone(epochs, loss, (double) batch.right() / batch.count()));
    }
    return sums;
  }

  /** What a training leaves that was stopped where it is now. */
  public TrainingResult stopped() {
    TrainingResult[] result = new TrainingResult[1];
    // the test below must not be cancelled as well
    new Cancellation()
        .during(
            () -> {
              Weights weights = weights();
              Predictions test = Predictions.of(compute, classifier(weights), data.test());
              result[0] = result(weights, test, Double.NaN, true);
            });
    return result[0];
  }

  /**
   * What it leaves after its last epoch.
   *
   * @param trainAccuracy on all training images, or NaN if not measured
   */
  public TrainingResult result(double trainAccuracy, boolean stopped) {
    return result(lastGood, lastEpoch.test(), trainAccuracy, stopped);
  }

  private TrainingResult result(
      Weights weights, Predictions test, double trainAccuracy, boolean stopped) {
    return new TrainingResult(
        architecture, weights, List.copyOf(records), steps, test, trainAccuracy, stopped);
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
            records.isEmpty() ? "" : " (the weights after epoch " + records.size() + " are kept)");
  }

  @Override
  public void close() {
    optimizer.close();
    manager.close();
  }
}
