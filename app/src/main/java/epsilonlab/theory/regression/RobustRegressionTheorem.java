package epsilonlab.theory.regression;

import epsilonlab.theory.Claim;
import epsilonlab.theory.Findings;
import epsilonlab.theory.Theorem;
import epsilonlab.theory.Vectors;
import epsilonlab.theory.linear.BudgetNorm;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Robust regression is the square-root Lasso: the worst change of the data written down, against
 * ascent; and the minimiser by two solvers.
 */
public final class RobustRegressionTheorem implements Theorem {
  private static final Claim ATTAINED =
      new Claim(
          "attained",
          "The worst Z written down stays within its columns' budgets and gives the square-root"
              + " Lasso's objective",
          1e-12);
  private static final Claim ASCENT =
      new Claim("ascent", "Projected gradient ascent over Z ends at the same value", 1e-9);
  private static final Claim NEVER_ABOVE =
      new Claim("never_above", "No random Z gives more", 1e-12);
  private static final Claim SAME_MINIMUM =
      new Claim(
          "same_minimum",
          "The path's solution and coordinate descent have the same objective",
          1e-10);
  private static final Claim SAME_COEFFICIENTS =
      new Claim("same_coefficients", "and the same coefficients", 1e-7);
  private static final Claim OPTIMAL =
      new Claim("optimal", "At the path's solution no subgradient speaks against a minimum", 1e-9);

  private static final int TRIES = 20;

  @Override
  public String id() {
    return "robust-regression";
  }

  @Override
  public String title() {
    return "Robust regression";
  }

  @Override
  public String sentence() {
    return "Least squares against the worst change of every column by at most lambda is the"
        + " square-root Lasso: robustness makes coefficients exactly zero.";
  }

  @Override
  public List<Claim> claims() {
    return List.of(ATTAINED, ASCENT, NEVER_ABOVE, SAME_MINIMUM, SAME_COEFFICIENTS, OPTIMAL);
  }

  @Override
  public void check(SplittableRandom random, Findings findings) {
    int p = 1 + random.nextInt(8);
    int n = p + 5 + random.nextInt(20);
    RegressionData data =
        RegressionData.draw(n, Vectors.gaussian(p, random), 0.2 + random.nextDouble(), random);
    LassoPath path = LassoPath.of(data);
    double lambda = random.nextDouble() * 1.1 * path.largestLambda();
    RobustRegression robust = new RobustRegression(lambda);
    checkWorstChange(data, robust, Vectors.gaussian(p, random), random, findings);

    double[] beta = path.at(lambda);
    double[] other = new CoordinateDescent(lambda).solve(data);
    findings.equal(
        SAME_MINIMUM, robust.squareRootLasso(data, beta), robust.squareRootLasso(data, other));
    findings.equal(SAME_COEFFICIENTS, beta, other);
    checkOptimality(data, lambda, beta, findings);
  }

  private static void checkWorstChange(
      RegressionData data,
      RobustRegression robust,
      double[] beta,
      SplittableRandom random,
      Findings findings) {
    double value = robust.squareRootLasso(data, beta);
    double[][] worst = robust.worstChange(data, beta);
    findings.equal(ATTAINED, value, RobustRegression.residualLength(data, worst, beta));
    for (double[] column : worst) {
      findings.atMost(ATTAINED, Vectors.length(column), robust.lambda());
    }
    double[][] z = draw(data, robust.lambda(), random);
    double[][] found = robust.ascend(data, beta, z);
    findings.equal(ASCENT, value, RobustRegression.residualLength(data, found, beta));
    for (int i = 0; i < TRIES; i++) {
      z = draw(data, robust.lambda(), random);
      findings.atMost(NEVER_ABOVE, RobustRegression.residualLength(data, z, beta), value);
    }
  }

  private static double[][] draw(RegressionData data, double lambda, SplittableRandom random) {
    double[][] z = new double[data.features()][];
    for (int j = 0; j < z.length; j++) {
      double[] direction = BudgetNorm.L2.steepest(Vectors.gaussian(data.observations(), random));
      z[j] = Vectors.times(lambda * Math.sqrt(random.nextDouble()), direction);
    }
    return z;
  }

  private static void checkOptimality(
      RegressionData data, double lambda, double[] beta, Findings findings) {
    double[] residual = data.residual(beta);
    double length = Vectors.length(residual);
    for (int j = 0; j < beta.length; j++) {
      double slope = Vectors.dot(data.columns()[j], residual) / length;
      findings.atMost(OPTIMAL, Math.abs(slope), lambda);
      if (beta[j] != 0) {
        findings.equal(OPTIMAL, slope, lambda * Math.signum(beta[j]));
      }
    }
  }
}
