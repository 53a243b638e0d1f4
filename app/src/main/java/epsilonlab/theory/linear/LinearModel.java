package epsilonlab.theory.linear;

import epsilonlab.theory.Vectors;

/**
 * A linear classifier: the answer is the sign of w . x + b. Nobody may change the array.
 *
 * @param w the weights
 * @param b the bias
 */
public record LinearModel(double[] w, double b) {
  /** w . x + b. */
  public double score(double[] x) {
    return Vectors.dot(w, x) + b;
  }

  /**
   * y (w . x + b): above 0 where the answer is right.
   *
   * @param y the label, -1 or +1
   */
  public double margin(double[] x, int y) {
    return y * score(x);
  }
}
