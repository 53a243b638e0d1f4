package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** The images within epsilon of the originals, in some norm, and within [0, 1]. */
interface Ball {
  /**
   * The steepest step of this size, pulled back into the ball.
   *
   * @param gradient of what shall grow; it is changed
   * @param size in the ball's norm: a scalar, or N x 1 x 1 x 1
   */
  NDArray step(NDArray from, NDArray gradient, NDArray size);

  /** Pulls images into the ball. */
  NDArray project(NDArray images);

  /** What it has computed for itself. */
  List<NDArray> arrays();
}
