package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Goes back from adversarial images along the straight line to the originals, by halving, as far as
 * they still fool the network.
 */
final class WayBack {
  // to a thousandth of a percent of the change
  private static final int HALVINGS = 16;

  private WayBack() {}

  /**
   * The nearest fooling points of the lines.
   *
   * @param found adversarial images; those that fool nobody are given back
   * @param fooled from logits to whether each is what the attack wanted (N, boolean)
   * @return of the images' shape, nowhere farther from the originals than {@code found}
   */
  static NDArray from(
      Network network, Examples examples, NDArray found, UnaryOperator<NDArray> fooled) {
    NDArray images = examples.images();
    float[] near = new float[examples.size()];
    float[] far = new float[examples.size()];
    Arrays.fill(far, 1);
    for (int halving = 0; halving < HALVINGS; halving++) {
      Cancellation.check();
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        float[] middle = new float[near.length];
        for (int i = 0; i < middle.length; i++) {
          middle[i] = (near[i] + far[i]) / 2;
        }
        NDArray between = between(images, found, middle);
        boolean[] enough = fooled.apply(network.logits(between)).toBooleanArray();
        for (int i = 0; i < middle.length; i++) {
          if (enough[i]) {
            far[i] = middle[i];
          } else {
            near[i] = middle[i];
          }
        }
      }
    }
    return between(images, found, far);
  }

  private static NDArray between(NDArray images, NDArray found, float[] parts) {
    NDArray part = Tensors.of(images.getManager(), parts, parts.length, 1, 1, 1);
    NDArray moved = images.add(found.sub(images).mul(part)).clip(0, 1);
    // rounding on the way may undo what was only just enough
    NDArray whole = part.gte(1).broadcast(images.getShape());
    return NDArrays.where(whole, found, moved);
  }
}
