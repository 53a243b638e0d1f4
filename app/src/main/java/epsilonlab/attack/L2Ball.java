package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * The images within a distance of epsilon of the original and within [0, 1]. An image outside is
 * pulled straight towards the original, then clipped, which brings it nearer still.
 */
final class L2Ball implements Ball {
  private static final float TINY = 1e-12f;

  private final NDArray images;
  private final NDArray epsilon;

  L2Ball(NDArray images, NDArray epsilon) {
    this.images = images;
    this.epsilon = epsilon;
  }

  @Override
  public NDArray step(NDArray from, NDArray gradient, NDArray size) {
    return project(from.add(Geometry.L2.direction(gradient).mul(size)));
  }

  @Override
  public NDArray project(NDArray moved) {
    NDArray change = moved.sub(images);
    NDArray shrink = epsilon.div(Geometry.L2.length(change).maximum(TINY)).minimum(1);
    return images.add(change.mul(shrink)).clip(0, 1);
  }

  // the images and epsilon belong to somebody else
  @Override
  public List<NDArray> arrays() {
    return List.of();
  }
}
