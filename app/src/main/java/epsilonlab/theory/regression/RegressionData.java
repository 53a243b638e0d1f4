package epsilonlab.theory.regression;

import epsilonlab.theory.Vectors;
import java.util.SplittableRandom;

/**
 * What a linear regression without intercept fits. Nobody may change the arrays.
 *
 * @param columns p features, each with n values
 * @param y n targets
 */
public record RegressionData(double[][] columns, double[] y) {
  /** How many observations n there are. */
  public int observations() {
    return y.length;
  }

  /** How many features p there are. */
  public int features() {
    return columns.length;
  }

  /** y - X beta. */
  public double[] residual(double[] beta) {
    double[] residual = y;
    for (int j = 0; j < beta.length; j++) {
      residual = Vectors.plus(residual, -beta[j], columns[j]);
    }
    return residual;
  }

  /** The same targets for the columns of X + Z. */
  public RegressionData plus(double[][] z) {
    double[][] changed = new double[columns.length][];
    for (int j = 0; j < changed.length; j++) {
      changed[j] = Vectors.plus(columns[j], 1, z[j]);
    }
    return new RegressionData(changed, y);
  }

  /**
   * Gaussian features and targets X beta + noise.
   *
   * @param noise the standard deviation of the noise
   */
  public static RegressionData draw(
      int observations, double[] beta, double noise, SplittableRandom random) {
    double[][] columns = new double[beta.length][];
    double[] y = Vectors.times(noise, Vectors.gaussian(observations, random));
    for (int j = 0; j < beta.length; j++) {
      columns[j] = Vectors.gaussian(observations, random);
      y = Vectors.plus(y, beta[j], columns[j]);
    }
    return new RegressionData(columns, y);
  }
}
