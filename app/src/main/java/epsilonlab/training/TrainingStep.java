package epsilonlab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Fused;
import epsilonlab.engine.Optimizer;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.Architecture;
import epsilonlab.model.Parameters;
import java.util.Arrays;
import java.util.List;

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

  private record Shard(double loss, long right, List<NDArray> gradients) {}

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
    try (NDManager manager = compute.newManager()) {
      List<Shard> done =
          compute.map(
              shards,
              s -> {
                int end = Math.min(batch.length, (s + 1) * shardSize);
                long[] own = Arrays.copyOfRange(batch, s * shardSize, end);
                return shard(own, batch.length, seed.split(s), manager);
              });
      return compute.call(() -> update(done, batch.length, learningRate));
    }
  }

  private Shard shard(long[] indices, int batchSize, Seed seed, NDManager manager) {
    NDArray pick = Tensors.of(manager, indices);
    NDArray x = images.images().get(pick);
    NDArray y = images.labels().get(pick);
    LayerScript.Prepared ready = script.prepareForTraining(weights);
    try (LayerScript.Pass pass = script.forwardInTraining(x, ready, seed)) {
      Fused.CrossEntropy loss = Fused.crossEntropy(pass.logits(), y, 1.0 / batchSize);
      List<NDArray> gradients = pass.weightGradients(loss.gradient());
      gradients.forEach(gradient -> Tensors.keep(gradient, manager));
      return new Shard(loss.sum().getFloat(), loss.right().getLong(), gradients);
    }
  }

  private Sums update(List<Shard> shards, int count, double learningRate) {
    double loss = shards.stream().mapToDouble(Shard::loss).sum();
    long right = shards.stream().mapToLong(Shard::right).sum();
    // a step with a loss that is not finite would destroy the weights
    if (Double.isFinite(loss)) {
      optimizer.step(Fused.sums(shards.stream().map(Shard::gradients).toList()), learningRate);
    }
    return new Sums(loss, right, count);
  }
}
