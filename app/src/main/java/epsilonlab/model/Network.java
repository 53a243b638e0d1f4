package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Gradients;

/**
 * Anything that turns images into logits and can be differentiated through: what an attack needs to
 * know of its victim. Thread-safe; to be called on compute threads.
 */
public interface Network {
  /** What to call it in curves and tables. */
  String name();

  /** The number of classes. */
  int classes();

  /**
   * Logits, in evaluation mode, inside or outside a graph.
   *
   * @param images N x channels x height x width, in [0, 1]
   * @return N x classes
   */
  NDArray logits(NDArray images);

  /**
   * The gradient of a loss with respect to the images, in evaluation mode; outside a graph.
   *
   * @param images N x channels x height x width
   * @param loss a function of the logits
   * @return of the images' shape; the caller may change it by way of {@link
   *     epsilonlab.engine.Fused}
   */
  default NDArray inputGradient(NDArray images, LogitsLoss loss) {
    return Gradients.of(images, x -> loss.value(logits(x)));
  }
}
