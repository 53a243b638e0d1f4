package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Weights;
import epsilonlab.training.DivergenceGuard;
import epsilonlab.training.TrainingDiverged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Trains a generative network. Can be paused; when it is cancelled it ends with what was trained so
 * far, and if the loss explodes, {@link TrainingDiverged} carries the weights of the last epoch
 * that went well.
 *
 * @param <B> what is known after a batch
 * @param <R> what is known after an epoch
 */
public final class GenerativeJob<B, R> implements Job<GenerativeEvent<B, R>, GenerativeResult<R>> {
  private static final long GLIMPSE_NANOS = 500_000_000;

  private final Compute compute;
  private final DataSet data;
  private final GenerativeSettings<B, R> settings;
  private final Weights start;

  /**
   * @param start weights to go on from, or empty for fresh ones
   */
  public GenerativeJob(
      Compute compute, DataSet data, GenerativeSettings<B, R> settings, Optional<Weights> start) {
    this.compute = compute;
    this.data = data;
    this.settings = settings;
    this.start = start.orElseGet(settings::freshWeights);
    settings.network().validate("The model to go on from", this.start);
  }

  @Override
  public String name() {
    return settings.network().title();
  }

  @Override
  public GenerativeResult<R> run(JobContext<GenerativeEvent<B, R>> context) {
    try (DeviceImages images = DeviceImages.upload(compute, data.train(), 0, data.train().size());
        Learner<B, R> learner = settings.learner(compute, images, data, start)) {
      return new Run(context, learner).all();
    }
  }

  /** One training. */
  private final class Run {
    private final JobContext<GenerativeEvent<B, R>> context;
    private final Learner<B, R> learner;
    private final int size = data.train().size();
    private final int stepsPerEpoch = (size + settings.batch() - 1) / settings.batch();
    private final DivergenceGuard guard = new DivergenceGuard(stepsPerEpoch);
    private final List<R> records = new ArrayList<>();
    private Weights lastGood = start;
    private long steps;
    private long lastGlimpse;

    Run(JobContext<GenerativeEvent<B, R>> context, Learner<B, R> learner) {
      this.context = context;
      this.learner = learner;
    }

    GenerativeResult<R> all() {
      try {
        context.emit(new GenerativeEvent.EpochDone<>(0, null, learner.pictures(), start));
        while (records.size() < settings.epochs()) {
          epoch();
        }
        return result(false);
      } catch (CancellationException stopped) {
        return stopped();
      }
    }

    private GenerativeResult<R> result(boolean stopped) {
      return new GenerativeResult<>(
          learner.weights(), List.copyOf(records), learner.pictures(), steps, stopped);
    }

    private GenerativeResult<R> stopped() {
      List<GenerativeResult<R>> result = new ArrayList<>();
      // what follows must not be cancelled as well
      new Cancellation().during(() -> result.add(result(true)));
      return result.get(0);
    }

    private void epoch() {
      int epoch = records.size() + 1;
      long began = System.nanoTime();
      try (NDManager manager = compute.newManager()) {
        long[] shuffled = Seed.of(settings.seed()).split("order").split(epoch).permutation(size);
        NDArray order = compute.call(() -> Tensors.keep(Tensors.of(manager, shuffled), manager));
        for (int i = 0; i < stepsPerEpoch; i++) {
          context.check();
          int first = i * settings.batch();
          batch(order, first, Math.min(settings.batch(), size - first), epoch - 1, i + 1);
        }
      }
      R record = learner.epochDone(epoch, (System.nanoTime() - began) / 1e9);
      guard.lookAtEpoch(learner.testLoss(record)).ifPresent(this::diverge);
      records.add(record);
      lastGood = learner.weights();
      context.emit(new GenerativeEvent.EpochDone<>(epoch, record, learner.pictures(), lastGood));
    }

    private void batch(NDArray order, int first, int count, int epochsBefore, int batches) {
      B batch = learner.learn(order, first, count, steps);
      steps++;
      guard.look(learner.loss(batch)).ifPresent(this::diverge);
      double epochs = epochsBefore + (double) batches / stepsPerEpoch;
      context.progress(epochs / settings.epochs());
      context.emit(new GenerativeEvent.BatchDone<>(epochs, batch));
      long now = System.nanoTime();
      if (learner.showsEveryBatch() || now - lastGlimpse > GLIMPSE_NANOS) {
        lastGlimpse = now;
        context.emit(new GenerativeEvent.Glimpse<>(epochs, learner.pictures()));
      }
    }

    private void diverge(String trouble) {
      throw new TrainingDiverged(
          "The training was stopped because %s; take a smaller learning rate than %s%s."
              .formatted(
                  trouble,
                  settings.learningRate(),
                  records.isEmpty() ? "" : " (the weights after the last good epoch are kept)"),
          lastGood,
          records.size());
    }
  }
}
