package epsilonlab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Optimizer;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.Architecture;
import epsilonlab.model.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One step of training on one batch: the gradient of the mean cross-entropy, in shards of a fixed
 * size whose sums are added in a fixed order, then the optimiser. The same bits for any number of
 * threads.
 */
final class TrainingStep {
  private final Compute compute;
  private final int shardSize;
  private final LayerScript script;
  private final List<NDArray> weights;
  private final Optimizer optimizer;
  private final DeviceImages images;

  /** Sums over a batch or a part of it. */
  record Sums(double loss, long right, int count) {
    Sums plus(Sums other) {
      return new Sums(loss + other.loss, right + other.right, count + other.count);
    }
  }

  TrainingStep(
      Compute compute,
      Architecture architecture,
      Parameters parameters,
      Optimizer optimizer,
      DeviceImages images) {
    this.compute = compute;
    this.shardSize = architecture.trainingShard();
    this.script = architecture.script(compute);
    this.weights = parameters.list(architecture);
    this.optimizer = optimizer;
    this.images = images;
  }

  /** Trains on the images of these indices; {@code seed} is for this step's dropout. */
  Sums on(long[] batch, double learningRate, Seed seed) {
    int shards = (batch.length + shardSize - 1) / shardSize;
    AtomicInteger left = new AtomicInteger(shards);
    AtomicReferenceArray<LayerScript.Lesson> lessons = new AtomicReferenceArray<>(shards);
    try (NDManager manager = compute.newManager()) {
      List<Optional<Sums>> done =
          compute.map(
              shards,
              s -> {
                int end = Math.min(batch.length, (s + 1) * shardSize);
                long[] own = Arrays.copyOfRange(batch, s * shardSize, end);
                lessons.set(s, shard(own, batch.length, seed.split(s), manager));
                // the last to finish has the weights to itself and saves a way through the queue
                return left.decrementAndGet() == 0
                    ? Optional.of(update(lessons, batch.length, learningRate))
                    : Optional.empty();
              });
      return done.stream().flatMap(Optional::stream).findFirst().orElseThrow();
    }
  }

  private LayerScript.Lesson shard(long[] indices, int batchSize, Seed seed, NDManager manager) {
    LayerScript.Lesson lesson =
        script.learn(
            images.images(),
            images.labels(),
            Tensors.of(manager, indices),
            weights,
            seed,
            1.0 / batchSize);
    lesson.gradients().forEach(gradient -> Tensors.keep(gradient, manager));
    return lesson;
  }

  private Sums update(
      AtomicReferenceArray<LayerScript.Lesson> lessons, int count, double learningRate) {
    double loss = 0;
    long right = 0;
    List<List<NDArray>> gradients = new ArrayList<>();
    for (int s = 0; s < lessons.length(); s++) {
      LayerScript.Lesson lesson = lessons.get(s);
      loss += lesson.loss();
      right += lesson.right();
      gradients.add(lesson.gradients());
    }
    // a step with a loss that is not finite would destroy the weights
    if (Double.isFinite(loss)) {
      optimizer.step(gradients, learningRate);
    }
    return new Sums(loss, right, count);
  }
}
