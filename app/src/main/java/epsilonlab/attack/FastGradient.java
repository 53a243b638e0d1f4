package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;

/**
 * One step of size epsilon in the steepest direction. The direction does not depend on epsilon, so
 * it is computed once and every epsilon costs one addition.
 */
final class FastGradient {
  private FastGradient() {}

  static Attack.Prepared of(Network network, Examples examples, Geometry geometry) {
    NDArray images = examples.images();
    NDArray direction = geometry.direction(examples.ascent(network, images));
    // the slider comes back to it long after this shard has ended
    Tensors.keep(direction, images.getManager());
    return epsilon -> {
      try (NDArray step = direction.mul(epsilon);
          NDArray moved = images.add(step)) {
        return moved.clip(0, 1);
      }
    };
  }
}
