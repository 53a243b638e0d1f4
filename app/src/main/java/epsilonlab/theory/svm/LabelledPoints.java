package epsilonlab.theory.svm;

import epsilonlab.engine.LabException;
import epsilonlab.theory.Vectors;
import epsilonlab.theory.linear.LinearModel;
import epsilonlab.theory.linear.MarginLoss;

/**
 * Points of two classes. Nobody may change the arrays.
 *
 * @param x n points of d coordinates
 * @param y n labels, -1 or +1
 */
public record LabelledPoints(double[][] x, int[] y) {
  /** Refuses what cannot be a set of labelled points. */
  public LabelledPoints {
    if (x.length == 0 || x.length != y.length) {
      throw new IllegalArgumentException(x.length + " points, " + y.length + " labels");
    }
  }

  /** How many there are. */
  public int size() {
    return y.length;
  }

  /** How many coordinates each has. */
  public int dimension() {
    return x[0].length;
  }

  /** y_i (w . x_i + b). */
  public double margin(LinearModel model, int i) {
    return model.margin(x[i], y[i]);
  }

  /**
   * The sum of hinge losses after an adversary's worst change of length at most epsilon: the sum of
   * max(0, 1 - y_i (w . x_i + b) + epsilon ||w||_2).
   */
  public double adversarialHinge(LinearModel model, double epsilon) {
    double lowered = epsilon * Vectors.length(model.w());
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += MarginLoss.HINGE.at(margin(model, i) - lowered);
    }
    return sum;
  }

  /**
   * Refuses points of one class only, between which no plane can stand.
   *
   * @throws LabException then
   */
  void requireBothClasses() {
    for (int label : y) {
      if (label != y[0]) {
        return;
      }
    }
    throw new LabException("All points have the same class; place at least one of the other.");
  }
}
