package epsilonlab.theory.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.theory.Vectors;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobustRegressionTest {
  private static final RegressionData DATA =
      new RegressionData(
          new double[][] {
            {1, 0, 2, 1, -1, 3, 0, 1},
            {2, 1, -1, 1, 0, 1, -2, 0},
            {0, 1, 1, -2, 2, 0, 1, 1},
            {-1, 2, 0, 1, 1, -2, 1, 3}
          },
          new double[] {3, 2, 4, 1, -2, 5, -3, 1.5});

  /** Values of scikit-learn 1.9.1: lars_path(X, y, method="lasso"), its alphas times n = 8. */
  @Test
  void thePathIsThatOfScikitLearn() {
    double[] mus = {30.5, 11.538461538461537, 2.5000000000000018, 0.9988014382740702, 0};
    double[][] betas = {
      {0, 0, 0, 0},
      {1.1153846153846154, 0, 0, 0},
      {1.5, 0.6250000000000002, 0, 0},
      {1.5599280862964444, 0.792049540551339, 0.1857770675189776, 0},
      {1.5852379438874282, 0.9014273743823867, 0.34369672628507064, -0.07223554566731194}
    };
    List<LassoPath.Knot> knots = LassoPath.of(DATA).knots();
    assertEquals(mus.length, knots.size());
    for (int k = 0; k < mus.length; k++) {
      assertEquals(mus[k], knots.get(k).mu(), 1e-12);
      assertArrayEquals(betas[k], knots.get(k).beta(), 1e-12);
    }
  }

  /** Minima by SciPy 1.17.1: L-BFGS-B on the positive and negative parts of beta. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 4.043545592333796, 1.5432729679014172, 0.7456233981219519, 0.13414620081515144",
    "1.5, 6.127440739223763, 1.3914437735722822, 0.4485961320455175, 0",
    "3, 8.085676539547308, 0.7803712976697578, 0, 0"
  })
  void theSquareRootLassoIsThatOfScipy(
      double lambda, double objective, double first, double second, double third) {
    double[] expected = {first, second, third, 0};
    double[] path = LassoPath.of(DATA).at(lambda);
    double[] descent = new CoordinateDescent(lambda).solve(DATA);
    assertArrayEquals(expected, path, 1e-6);
    assertArrayEquals(expected, descent, 1e-6);
    RobustRegression robust = new RobustRegression(lambda);
    assertEquals(objective, robust.squareRootLasso(DATA, path), 1e-10);
    assertEquals(0, path[3], "exactly zero");
  }

  /** One feature: everything by hand. */
  @Test
  void oneFeatureByHand() {
    RegressionData one = new RegressionData(new double[][] {{1, 0}}, new double[] {2, 1});
    LassoPath path = LassoPath.of(one);
    assertEquals(2 / Math.sqrt(5), path.largestLambda(), 1e-15);
    // (2 - b) / sqrt((2 - b)^2 + 1) = lambda
    double lambda = 0.6;
    double expected = 2 - lambda / Math.sqrt(1 - lambda * lambda);
    assertEquals(expected, path.at(lambda)[0], 1e-14);
    assertEquals(expected, new CoordinateDescent(lambda).solve(one)[0], 1e-14);
    double[][] z = new RobustRegression(lambda).worstChange(one, path.at(lambda));
    // against the residual (0.75, 1), of length 1.25
    assertArrayEquals(new double[] {-0.36, -0.48}, z[0], 1e-14);
  }

  @Test
  void theWorstChangeAgainstAllDirectionsOfACircle() {
    RegressionData one = new RegressionData(new double[][] {{1, 0.5}}, new double[] {2, 1.5});
    RobustRegression robust = new RobustRegression(0.7);
    double[] beta = {-1.3};
    double most = 0;
    for (int i = 0; i < 100_000; i++) {
      double angle = 2 * Math.PI * i / 100_000;
      double[][] z = {{0.7 * Math.cos(angle), 0.7 * Math.sin(angle)}};
      most = Math.max(most, RobustRegression.residualLength(one, z, beta));
    }
    double worst = robust.squareRootLasso(one, beta);
    assertEquals(worst, most, 1e-8);
    assertTrue(worst >= most - 1e-12);
    double[][] z = robust.worstChange(one, beta);
    assertEquals(worst, RobustRegression.residualLength(one, z, beta), 1e-14);
  }

  @Test
  void aVanishingResidualHasAWorstChangeToo() {
    RegressionData exact = new RegressionData(new double[][] {{1, 2}}, new double[] {2, 4});
    RobustRegression robust = new RobustRegression(0.5);
    double[][] z = robust.worstChange(exact, new double[] {2});
    assertEquals(1, RobustRegression.residualLength(exact, z, new double[] {2}), 1e-15);
  }

  @Test
  void moreFeaturesThanObservations() {
    SplittableRandom random = new SplittableRandom(8);
    double[] beta = new double[12];
    beta[3] = 2;
    beta[7] = -1;
    RegressionData data = RegressionData.draw(6, beta, 0.1, random);
    LassoPath path = LassoPath.of(data);
    LassoPath.Knot last = path.knots().get(path.knots().size() - 1);
    assertEquals(0, Vectors.length(data.residual(last.beta())), 1e-9);
    assertTrue(last.lambda() > 0, "fits exactly from a lambda above 0 on");
    // a random other fit has no smaller objective, at several lambdas
    for (double part = 0.05; part < 1; part += 0.1) {
      RobustRegression robust = new RobustRegression(part * path.largestLambda());
      double least = robust.squareRootLasso(data, path.at(robust.lambda()));
      for (int i = 0; i < 300; i++) {
        double size = Math.pow(10, -4 * random.nextDouble());
        double[] other = Vectors.plus(path.at(robust.lambda()), size, Vectors.gaussian(12, random));
        assertTrue(robust.squareRootLasso(data, other) >= least - 1e-12);
      }
    }
  }

  @Test
  void theLassoBetweenKnotsFulfilsItsOwnCondition() {
    LassoPath path = LassoPath.of(DATA);
    for (double mu = 0.5; mu < 30; mu += 0.7) {
      double[] beta = path.atMu(mu);
      double[] residual = DATA.residual(beta);
      for (int j = 0; j < beta.length; j++) {
        double slope = Vectors.dot(DATA.columns()[j], residual);
        if (beta[j] == 0) {
          assertTrue(Math.abs(slope) <= mu + 1e-11);
        } else {
          assertEquals(mu * Math.signum(beta[j]), slope, 1e-11);
        }
      }
    }
    assertArrayEquals(new double[4], path.atMu(31));
  }
}
