package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Fused;
import java.util.List;

/**
 * The images within epsilon of the original in every pixel and within [0, 1]. Its two bounds are
 * computed once.
 */
final class LinfBall implements Ball {
  private final NDArray lowest;
  private final NDArray highest;

  LinfBall(NDArray images, NDArray epsilon) {
    lowest = images.sub(epsilon).clip(0, 1);
    highest = images.add(epsilon).clip(0, 1);
  }

  /** A step of this size in the signs of the gradient. */
  @Override
  public NDArray step(NDArray from, NDArray gradient, NDArray size) {
    return Fused.signStep(from, gradient, size, lowest, highest);
  }

  @Override
  public List<NDArray> arrays() {
    return List.of(lowest, highest);
  }

  @Override
  public NDArray project(NDArray images) {
    try (NDArray raised = images.maximum(lowest)) {
      return raised.minimum(highest);
    }
  }
}
