package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Fused;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.Losses;

/** A number that an attack wants to change: a function of the logits. */
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

  /** The sum of the cross-entropies of these labels (N, int64); its gradient in closed form. */
  static LogitsLoss crossEntropy(NDArray labels) {
    return crossEntropy(labels, 1);
  }

  /** Minus the sum of the cross-entropies, for labels (N, int64) that shall be reached. */
  static LogitsLoss minusCrossEntropy(NDArray labels) {
    return crossEntropy(labels, -1);
  }

  /** The sum of all logits times their weights (N x classes); its gradient are the weights. */
  static LogitsLoss weighted(NDArray weights) {
    return new LogitsLoss() {
      @Override
      public NDArray value(NDArray logits) {
        return logits.mul(weights).sum();
      }

      @Override
      public NDArray gradient(NDArray logits) {
        return weights;
      }
    };
  }

  private static LogitsLoss crossEntropy(NDArray labels, int sign) {
    return new LogitsLoss() {
      @Override
      public NDArray value(NDArray logits) {
        NDArray sum = Losses.crossEntropy(logits, labels).sum();
        return sign < 0 ? sum.neg() : sum;
      }

      @Override
      public NDArray gradient(NDArray logits) {
        return Fused.crossEntropyGradient(logits, labels, sign);
      }
    };
  }
}
