package epsilonlab.theory.regression;

import epsilonlab.engine.Cancellation;
import epsilonlab.theory.Vectors;

/**
 * The square-root Lasso by minimising over one coefficient after another, each exactly (Belloni,
 * Chernozhukov and Wang, 2011). For data that beta cannot fit without a residual; where the
 * residual vanishes the objective has a kink that coordinates cannot leave.
 *
 * @param lambda the regulariser, 0 or more
 */
public record CoordinateDescent(double lambda) {
  private static final int MOST_SWEEPS = 100_000;
  private static final double SMALL_MOVE = 1e-15;

  /** Minimises ||y - X beta||_2 + lambda ||beta||_1. */
  public double[] solve(RegressionData data) {
    double[] beta = new double[data.features()];
    double[] residual = data.y().clone();
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      Cancellation.check();
      double moved = 0;
      for (int j = 0; j < beta.length; j++) {
        double[] without = Vectors.plus(residual, beta[j], data.columns()[j]);
        double best = best(data.columns()[j], without);
        moved = Math.max(moved, Math.abs(best - beta[j]));
        beta[j] = best;
        residual = Vectors.plus(without, -best, data.columns()[j]);
      }
      if (moved <= SMALL_MOVE * Math.max(1, Vectors.largest(beta))) {
        break;
      }
    }
    return beta;
  }

  // least ||r - b x|| + lambda |b|
  private double best(double[] x, double[] r) {
    double squares = Vectors.dot(x, x);
    double product = Vectors.dot(x, r);
    double length = Vectors.length(r);
    if (Math.abs(product) <= lambda * length) {
      return 0;
    }
    double across = Math.max(0, squares * length * length - product * product);
    double shrunk = Math.abs(product) - lambda * Math.sqrt(across / (squares - lambda * lambda));
    return Math.signum(product) * shrunk / squares;
  }
}
