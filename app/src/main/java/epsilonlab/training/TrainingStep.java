package epsilonlab.training;

import ai.djl.ndarray.NDArray;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Optimizer;
import epsilonlab.engine.Seed;
import epsilonlab.engine.ShardedStep;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.Architecture;
import epsilonlab.model.Parameters;

/** One step of a classifier's training on one batch (see {@link ShardedStep}). */
final class TrainingStep {
  private final Compute compute;
  private final int shardSize;
  private final Shard.Learner learner;
  private final Optimizer optimizer;

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
      DeviceImages images,
      AdversarialSettings adversarial) {
    this.compute = compute;
    this.shardSize = architecture.trainingShard();
    this.optimizer = optimizer;
    this.learner =
        new Shard.Learner(
            architecture,
            architecture.script(compute),
            parameters,
            parameters.list(architecture),
            images,
            adversarial);
  }

  /**
   * Trains on some images.
   *
   * @param order indices of images on the device, int64
   * @param first the first place in {@code order} to train on
   * @param count how many
   * @param ramp the part of epsilon that holds now, in [0, 1]
   * @param seed for this step's dropout and the attack's start
   */
  Sums on(NDArray order, int first, int count, double learningRate, double ramp, Seed seed) {
    int shards = (count + shardSize - 1) / shardSize;
    double[] sums =
        ShardedStep.run(
            compute,
            optimizer,
            learningRate,
            shards,
            (s, manager) -> {
              int from = first + s * shardSize;
              int end = Math.min(first + count, from + shardSize);
              Shard shard =
                  new Shard(learner, order, from, end, 1.0 / count, ramp, seed.split(s), manager);
              LayerScript.BatchGradients batch = learner.settings().method().gradients(shard);
              return new ShardedStep.Part(
                  new double[] {batch.loss(), batch.right()}, batch.gradients());
            });
    return new Sums(sums[0], (long) sums[1], count);
  }
}
