package epsilonlab.ui.theory.regression;

import epsilonlab.engine.Seed;
import epsilonlab.theory.Vectors;
import epsilonlab.theory.linear.BudgetNorm;
import epsilonlab.theory.regression.LassoPath;
import epsilonlab.theory.regression.RegressionData;
import epsilonlab.theory.regression.RobustRegression;
import java.util.SplittableRandom;

/**
 * Everything that a lambda decides, for coefficients of the path or shifted by hand.
 *
 * @param lambda the budget of each column
 * @param beta the coefficients
 * @param worst the worst change written down, p columns of n values
 * @param lasso ||y - X beta||_2 + lambda ||beta||_1
 * @param attained ||y - (X + Z) beta||_2 at the worst change
 * @param ascent the same where projected gradient ascent over Z ends
 * @param random the largest of the same over random changes
 * @param residual ||y - X beta||_2
 */
record RegressionState(
    double lambda,
    double[] beta,
    double[][] worst,
    double lasso,
    double attained,
    double ascent,
    double random,
    double residual) {
  /** How many random changes are tried. */
  static final int TRIES = 200;

  /** A moment's work: less than a millisecond a hundred tries. */
  static RegressionState of(Problem problem, double lambda) {
    RegressionData data = problem.data();
    double[] beta = problem.path().at(lambda);
    RobustRegression robust = new RobustRegression(lambda);
    double[][] worst = robust.worstChange(data, beta);
    double[][] start = new double[data.features()][data.observations()];
    SplittableRandom random = Seed.of(problem.seed()).split("tries").generator();
    double most = 0;
    for (int i = 0; i < TRIES; i++) {
      double[][] z = draw(data, lambda, random);
      most = Math.max(most, RobustRegression.residualLength(data, z, beta));
    }
    return new RegressionState(
        lambda,
        beta,
        worst,
        robust.squareRootLasso(data, beta),
        RobustRegression.residualLength(data, worst, beta),
        RobustRegression.residualLength(data, robust.ascend(data, beta, start), beta),
        most,
        Vectors.length(data.residual(beta)));
  }

  private static double[][] draw(RegressionData data, double lambda, SplittableRandom random) {
    double[][] z = new double[data.features()][];
    for (int j = 0; j < z.length; j++) {
      double[] direction = Vectors.gaussian(data.observations(), random);
      z[j] = Vectors.times(lambda, BudgetNorm.L2.steepest(direction));
    }
    return z;
  }

  /** How many coefficients are not 0. */
  int used() {
    int used = 0;
    for (double b : beta) {
      used += b != 0 ? 1 : 0;
    }
    return used;
  }

  /**
   * A data set and its path.
   *
   * @param seed of the random data
   */
  record Problem(long seed, RegressionData data, LassoPath path) {
    private static final int OBSERVATIONS = 20;
    private static final double NOISE = 0.8;

    /** What the data were made with: three features matter, three do not. */
    static final double[] TRUTH = {2, -1.5, 1, 0, 0, 0};

    static Problem of(long seed) {
      RegressionData data =
          RegressionData.draw(
              OBSERVATIONS, TRUTH, NOISE, Seed.of(seed).split("robust-regression").generator());
      return new Problem(seed, data, LassoPath.of(data));
    }
  }
}
