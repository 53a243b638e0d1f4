package epsilonlab.theory.regression;

import epsilonlab.theory.Vectors;

/**
 * Least squares (without the square) against an adversary who changes every column of X by a vector
 * of length at most lambda: max over Z of ||y - (X + Z) beta||_2. That is the objective of the
 * square-root Lasso, ||y - X beta||_2 + lambda ||beta||_1.
 *
 * @param lambda the budget for each column, 0 or more
 */
public record RobustRegression(double lambda) {
  private static final int MOST_STEPS = 100_000;

  /** ||y - X beta||_2 + lambda ||beta||_1. */
  public double squareRootLasso(RegressionData data, double[] beta) {
    return Vectors.length(data.residual(beta)) + lambda * Vectors.absoluteSum(beta);
  }

  /** ||y - (X + Z) beta||_2. */
  public static double residualLength(RegressionData data, double[][] z, double[] beta) {
    return Vectors.length(data.plus(z).residual(beta));
  }

  /**
   * The worst Z: column j is -lambda sign(beta_j) u, where u is the residual's direction, or any
   * unit vector where the residual is 0.
   *
   * @return p columns of n values
   */
  public double[][] worstChange(RegressionData data, double[] beta) {
    return along(direction(data.residual(beta)), beta);
  }

  /**
   * Z by projected gradient ascent on ||y - (X + Z) beta||_2, which knows nothing of the formula:
   * steps so long that only their direction matters.
   *
   * @param start where it begins, p columns of n values, each of length at most lambda
   */
  public double[][] ascend(RegressionData data, double[] beta, double[][] start) {
    double[][] z = start;
    double before = residualLength(data, z, beta);
    for (int step = 0; step < MOST_STEPS; step++) {
      z = along(direction(data.plus(z).residual(beta)), beta);
      double now = residualLength(data, z, beta);
      if (now <= before) {
        break;
      }
      before = now;
    }
    return z;
  }

  private double[][] along(double[] unit, double[] beta) {
    double[][] z = new double[beta.length][];
    for (int j = 0; j < z.length; j++) {
      z[j] = Vectors.times(-lambda * Math.signum(beta[j]), unit);
    }
    return z;
  }

  private static double[] direction(double[] residual) {
    double length = Vectors.length(residual);
    if (length > 0) {
      return Vectors.times(1 / length, residual);
    }
    double[] unit = new double[residual.length];
    unit[0] = 1;
    return unit;
  }
}
