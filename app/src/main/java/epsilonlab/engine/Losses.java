package epsilonlab.engine;

import ai.djl.ndarray.NDArray;

/** Losses on logits, safe inside a graph. */
public final class Losses {
  private Losses() {}

  /**
   * The cross-entropy of each example.
   *
   * @param logits N x classes
   * @param labels N, int64
   * @return N, never negative
   */
  public static NDArray crossEntropy(NDArray logits, NDArray labels) {
    return logits.logSoftmax(1).gather(labels.expandDims(1), 1).squeeze(1).neg();
  }
}
