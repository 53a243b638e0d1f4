package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Images to attack, on the device.
 *
 * @param images N x channels x height x width, in [0, 1]
 * @param labels N, int64: the true classes
 * @param targets N, int64: the classes to reach, or null for any wrong answer
 * @param ids what each image's random numbers depend on, for example its index in the test set
 * @param seed the seed of the experiment
 */
public record Examples(NDArray images, NDArray labels, NDArray targets, long[] ids, Seed seed) {
  /** How many there are. */
  public int size() {
    return ids.length;
  }

  /**
   * The direction in which an attack walks: the gradient of what it wants to grow with respect to
   * the images: the cross-entropy of the labels, or minus the cross-entropy of the targets.
   *
   * @param at where, same shape as the images
   */
  public NDArray ascent(Network network, NDArray at) {
    return network.inputGradient(at, goal()).gradient();
  }

  /** What an attack makes grow: the labels' cross-entropy, or minus the targets'. */
  public LogitsLoss goal() {
    return targets == null
        ? LogitsLoss.crossEntropy(labels)
        : LogitsLoss.minusCrossEntropy(targets);
  }

  /** The arrays of these examples. */
  List<NDArray> arrays() {
    return targets == null ? List.of(images, labels) : List.of(images, labels, targets);
  }

  /** Those of these places, in their order, on the device of the others. */
  Examples pick(int[] places) {
    long[] wanted = new long[places.length];
    long[] own = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      wanted[i] = places[i];
      own[i] = ids[places[i]];
    }
    NDArray index = Tensors.of(images.getManager(), wanted);
    return new Examples(
        images.get(index),
        labels.get(index),
        targets == null ? null : targets.get(index),
        own,
        seed);
  }

  /** Whether each answer is what the attack wanted; N, boolean. */
  public NDArray fooled(NDArray logits) {
    NDArray answers = logits.argMax(1);
    return targets == null ? answers.neq(labels) : answers.eq(targets);
  }

  /** The same as copies that end with this manager. */
  Examples under(NDManager manager) {
    return new Examples(
        copy(images, manager),
        copy(labels, manager),
        targets == null ? null : copy(targets, manager),
        ids,
        seed);
  }

  private static NDArray copy(NDArray array, NDManager manager) {
    NDArray copy = array.duplicate();
    copy.attach(manager);
    return copy;
  }

  /** Those that these answers (N x classes) do not show to be fooled. */
  Examples withoutFooled(NDArray logits) {
    boolean[] fooled = fooled(logits).toBooleanArray();
    int[] left = IntStream.range(0, fooled.length).filter(i -> !fooled[i]).toArray();
    return left.length == fooled.length ? this : pick(left);
  }

  /**
   * Numbers uniform in [-1, 1], the same for an image whatever it stands beside.
   *
   * @param purpose splits the seed
   * @return an array of the images' shape
   */
  public NDArray uniformNoise(String purpose) {
    return noise(
        purpose,
        (random, row) -> {
          for (int p = 0; p < row.length; p++) {
            row[p] = (float) (2 * random.nextDouble() - 1);
          }
        });
  }

  /**
   * Points uniform in the l2 ball of radius 1, the same for an image whatever it stands beside.
   *
   * @param purpose splits the seed
   * @return an array of the images' shape
   */
  NDArray uniformInBall(String purpose) {
    return noise(
        purpose,
        (random, row) -> {
          double squares = 0;
          for (int p = 0; p < row.length; p++) {
            row[p] = (float) random.nextGaussian();
            squares += row[p] * (double) row[p];
          }
          // a ball's volume grows with this power of its radius
          double radius = Math.pow(random.nextDouble(), 1.0 / row.length);
          for (int p = 0; p < row.length; p++) {
            row[p] *= (float) (radius / Math.sqrt(squares));
          }
        });
  }

  private NDArray noise(String purpose, BiConsumer<SplittableRandom, float[]> draw) {
    float[] row = new float[(int) (images.size() / size())];
    float[] noise = new float[size() * row.length];
    Seed split = seed.split(purpose);
    for (int i = 0; i < size(); i++) {
      draw.accept(split.split(ids[i]).generator(), row);
      System.arraycopy(row, 0, noise, i * row.length, row.length);
    }
    return Tensors.of(images.getManager(), noise, images.getShape().getShape());
  }
}
