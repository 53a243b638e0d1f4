package epsilonlab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.Losses;
import epsilonlab.engine.Optimizer;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Architecture;
import epsilonlab.model.Dropout;
import epsilonlab.model.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One step of training on one batch: the gradient of the mean cross-entropy, in shards of a fixed
 * size whose sums are added in a fixed order, then the optimiser. The same bits for any number of
 * threads.
 */
final class TrainingStep {
  private final Compute compute;
  private final Architecture architecture;
  private final Parameters parameters;
  private final Optimizer optimizer;
  private final DeviceImages images;

  /** Sums over a batch or a part of it. */
  record Sums(double loss, long right, int count) {
    Sums plus(Sums other) {
      return new Sums(loss + other.loss, right + other.right, count + other.count);
    }
  }

  private record Shard(Sums sums, List<NDArray> gradients) {}

  TrainingStep(
      Compute compute,
      Architecture architecture,
      Parameters parameters,
      Optimizer optimizer,
      DeviceImages images) {
    this.compute = compute;
    this.architecture = architecture;
    this.parameters = parameters;
    this.optimizer = optimizer;
    this.images = images;
  }

  /** Trains on the images of these indices; {@code seed} is for this step's dropout. */
  Sums on(long[] batch, double learningRate, Seed seed) {
    int size = architecture.trainingShard();
    int shards = (batch.length + size - 1) / size;
    try (NDManager manager = compute.newManager()) {
      List<Shard> done =
          compute.map(
              shards,
              s -> {
                int end = Math.min(batch.length, (s + 1) * size);
                long[] own = Arrays.copyOfRange(batch, s * size, end);
                return shard(own, batch.length, seed.split(s), manager);
              });
      return compute.call(() -> update(done, learningRate));
    }
  }

  private Shard shard(long[] indices, int batchSize, Seed seed, NDManager manager) {
    NDArray pick = Tensors.of(manager, indices);
    NDArray x = images.images().get(pick);
    NDArray y = images.labels().get(pick);
    long[] right = new long[1];
    Gradients.Result result =
        Gradients.of(
            parameters.list(),
            leaves -> {
              Dropout dropout = Dropout.random(seed);
              NDArray logits = architecture.logits(parameters.with(leaves), x, dropout);
              right[0] = logits.argMax(1).eq(y).sum().getLong();
              NDArray share = Tensors.scalar(manager, 1.0 / batchSize);
              return Losses.crossEntropy(logits, y).sum().mul(share);
            });
    List<NDArray> kept = new ArrayList<>();
    for (NDArray gradient : result.gradients()) {
      kept.add(Tensors.keep(gradient, manager));
    }
    return new Shard(new Sums(result.loss() * batchSize, right[0], indices.length), kept);
  }

  private Sums update(List<Shard> shards, double learningRate) {
    List<NDArray> gradients = shards.get(0).gradients();
    Sums sums = shards.get(0).sums();
    for (Shard other : shards.subList(1, shards.size())) {
      sums = sums.plus(other.sums());
      for (int i = 0; i < gradients.size(); i++) {
        gradients.get(i).addi(other.gradients().get(i));
      }
    }
    // a step with a loss that is not finite would destroy the weights
    if (Double.isFinite(sums.loss())) {
      optimizer.step(gradients, learningRate);
    }
    return sums;
  }
}
