package epsilonlab.privacy.dpsgd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.model.Architecture;
import java.util.List;

/**
 * Sums gradients of the cross-entropy that are clipped one image at a time: each is scaled down to
 * the clipping norm if it is longer, so that no image moves the sum by more than that (up to
 * rounding). All weights together count as one vector.
 */
interface ClippedGradients {
  /**
   * A sum over images.
   *
   * @param loss the sum of the cross-entropies
   * @param clipped how many gradients were longer than the clipping norm
   * @param gradients one for each weight
   */
  record Sum(double loss, long clipped, List<NDArray> gradients) {}

  /**
   * Sums over some images, on a compute thread.
   *
   * @param images N x 1 x 28 x 28
   * @param labels N, int64
   * @param weights in the order of the network's names
   * @param clip the clipping norm, above 0
   * @param scale multiplies the sum
   * @param dropout for the image i of these: {@code dropout.split(i)}
   * @param owner the manager of the gradients
   */
  Sum of(
      NDArray images,
      NDArray labels,
      List<NDArray> weights,
      double clip,
      double scale,
      Seed dropout,
      NDManager owner);

  /** The fastest way there is for a network. */
  static ClippedGradients of(Compute compute, Architecture network) {
    return GhostClipping.fits(network)
        ? new GhostClipping()
        : new OneByOne(network.script(compute));
  }
}
