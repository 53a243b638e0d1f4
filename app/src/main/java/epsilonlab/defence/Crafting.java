package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackLoss;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Examples;
import epsilonlab.attack.Target;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.model.Network;
import epsilonlab.model.Predictions;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Crafts images on one network and asks another one about them. */
final class Crafting {
  private final Compute compute;
  private final ImageSet originals;
  private final long seed;

  /**
   * @throws LabException if there are no images
   */
  Crafting(Compute compute, ImageSet originals, long seed) {
    if (originals.size() == 0) {
      throw new LabException("There are no images to attack; choose a data set that has some.");
    }
    this.compute = compute;
    this.originals = originals;
    this.seed = seed;
  }

  /** Adversarial images, one row of pixels an image. */
  float[][] craft(Network network, Attack attack, AttackSettings settings, double epsilon) {
    AttackPlan plan = new AttackPlan(attack, settings, Target.NONE, seed);
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, originals, i -> i, plan)) {
      return prepared.images(epsilon);
    }
  }

  /** What the network makes of images. */
  Attacked judge(Network network, float[][] images) {
    Predictions answers = Predictions.of(compute, network, images, originals.labels());
    return new Attacked(images, answers.answers(), answers.accuracy());
  }

  /** What the network makes of the originals. */
  Attacked judge(Network network) {
    return judge(
        network,
        IntStream.range(0, originals.size()).mapToObj(originals::image).toArray(float[][]::new));
  }

  /**
   * For how many images, as a fraction, the gradient of this loss is exactly zero in every pixel at
   * a random point of the l-infinity ball.
   */
  double zeroGradients(Network network, AttackLoss loss, double epsilon) {
    long zero =
        compute
            .mapShards(
                originals.size(),
                (from, to) -> {
                  try (DeviceImages shard = DeviceImages.upload(compute, originals, from, to)) {
                    return zeroGradients(network, loss, epsilon, examples(shard, from, to));
                  }
                })
            .stream()
            .mapToLong(Long::longValue)
            .sum();
    return (double) zero / originals.size();
  }

  private Examples examples(DeviceImages shard, int from, int to) {
    return new Examples(
        shard.images(),
        shard.labels(),
        null,
        LongStream.range(from, to).toArray(),
        Seed.of(seed).split("gradients"));
  }

  private static long zeroGradients(
      Network network, AttackLoss loss, double epsilon, Examples examples) {
    NDArray radius = Tensors.scalar(examples.images().getManager(), epsilon);
    NDArray at = examples.images().add(examples.uniformNoise("point").mul(radius)).clip(0, 1);
    NDArray gradient = network.inputGradient(at, loss.sum(examples)).gradient();
    return gradient.abs().reshape(examples.size(), -1).max(new int[] {1}).eq(0).sum().getLong();
  }
}
