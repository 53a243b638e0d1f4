package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Fused;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.Losses;

/** A number that an attack or a training wants to change: a function of the logits. */
@FunctionalInterface
public interface LogitsLoss {
  /**
   * The loss of a batch.
   *
   * @param logits N x classes, inside a graph
   * @return one number
   */
  NDArray value(NDArray logits);

  /** Its gradient with respect to logits outside a graph. */
  default NDArray gradient(NDArray logits) {
    try (NDArray leaf = logits.duplicate()) {
      return Gradients.of(leaf, this::value);
    }
  }

  /**
   * The sum of the cross-entropies, with its gradient in closed form.
   *
   * @param labels N, int64
   * @param sign 1, or -1 for what shall become small
   */
  static LogitsLoss crossEntropy(NDArray labels, int sign) {
    return new LogitsLoss() {
      @Override
      public NDArray value(NDArray logits) {
        NDArray sum = Losses.crossEntropy(logits, labels).sum();
        return sign < 0 ? sum.neg() : sum;
      }

      @Override
      public NDArray gradient(NDArray logits) {
        return Fused.crossEntropy(logits, labels, sign).gradient();
      }
    };
  }
}
