package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.SplittableRandom;

/**
 * A network whose best attacks are known in closed form: the logits of four classes are plus and
 * minus a linear function, and two constants that never win.
 */
final class LinearNetwork implements Network {
  /** The pixels of a grey image. */
  static final float GREY = 128 / 255f;

  /** Its value: positive, and so small that the cross-entropy is not 0 in float32. */
  static final double VALUE = 3;

  final float[] weights = new float[784];
  private final float constant;

  LinearNetwork(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double sum = 0;
    for (int p = 0; p < 784; p++) {
      // none is near 0: its sign shall be clear
      float size = (float) (0.2 + random.nextDouble());
      weights[p] = random.nextBoolean() ? size : -size;
      sum += weights[p] * GREY;
    }
    constant = (float) (VALUE - sum);
  }

  double value(float[] image) {
    double sum = constant;
    for (int p = 0; p < 784; p++) {
      sum += (double) weights[p] * image[p];
    }
    return sum;
  }

  /** How far the value of a grey image is from 0, in the l-infinity norm. */
  double distanceOfGrey() {
    double sum = 0;
    for (float weight : weights) {
      sum += Math.abs(weight);
    }
    return VALUE / sum;
  }

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public int classes() {
    return 4;
  }

  @Override
  public NDArray logits(NDArray images) {
    NDArray w = Tensors.of(images.getManager(), weights, 784, 1);
    NDArray plus = Tensors.of(images.getManager(), new float[] {1, -1, 0, 0}, 1, 4);
    NDArray least =
        Tensors.of(images.getManager(), new float[] {constant, -constant, -900, -1000}, 1, 4);
    return images.reshape(-1, 784).matMul(w).matMul(plus).add(least);
  }
}
