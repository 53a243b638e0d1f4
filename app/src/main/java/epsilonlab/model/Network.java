package epsilonlab.model;

import ai.djl.ndarray.NDArray;

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
}
