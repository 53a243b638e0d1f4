package epsilonlab.privacy.logistic;

/** A differentiable function to be minimised. */
@FunctionalInterface
public interface Objective {
  /**
   * The value at a point.
   *
   * @param x the point, not to be changed
   * @param gradient is overwritten with the gradient there
   */
  double at(double[] x, double[] gradient);
}
