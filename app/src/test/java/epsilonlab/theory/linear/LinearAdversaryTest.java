package epsilonlab.theory.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.theory.Vectors;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearAdversaryTest {
  private static final LinearModel MODEL = new LinearModel(new double[] {1, 0.5}, -0.3);
  private static final double[] X = {1.2, 0.6};

  @Test
  void anExampleByHand() {
    double length = Math.sqrt(1.25);
    assertEquals(1.2, MODEL.margin(X, 1), 1e-15);
    assertEquals(1.5, BudgetNorm.LINF.dualLength(MODEL.w()));
    assertEquals(length, BudgetNorm.L2.dualLength(MODEL.w()), 1e-15);
    assertEquals(-0.15, LinearAdversary.worstMargin(MODEL, X, 1, 0.9, BudgetNorm.LINF), 1e-15);
    assertEquals(
        1.2 - 0.9 * length, LinearAdversary.worstMargin(MODEL, X, 1, 0.9, BudgetNorm.L2), 1e-15);
    assertArrayEquals(
        new double[] {0.3, -0.3},
        LinearAdversary.worstPoint(MODEL, X, 1, 0.9, BudgetNorm.LINF),
        1e-15);
    assertArrayEquals(
        new double[] {1.2 - 0.9 / length, 0.6 - 0.45 / length},
        LinearAdversary.worstPoint(MODEL, X, 1, 0.9, BudgetNorm.L2),
        1e-15);
    assertEquals(0.8, LinearAdversary.smallestBudget(MODEL, X, BudgetNorm.LINF), 1e-15);
    assertEquals(1.2 / length, LinearAdversary.smallestBudget(MODEL, X, BudgetNorm.L2), 1e-15);
    assertEquals(0.8, BudgetBisection.smallestBudget(MODEL, X, BudgetNorm.LINF), 1e-14);
  }

  @ParameterizedTest
  @EnumSource(BudgetNorm.class)
  void noPointOfAFineGridIsWorse(BudgetNorm norm) {
    double epsilon = 0.7;
    double least = Double.POSITIVE_INFINITY;
    int cells = 400;
    for (int i = 0; i <= cells; i++) {
      for (int j = 0; j <= cells; j++) {
        double[] change = {epsilon * (2.0 * i / cells - 1), epsilon * (2.0 * j / cells - 1)};
        if (norm.length(change) <= epsilon) {
          least = Math.min(least, MODEL.margin(Vectors.plus(X, 1, change), -1));
        }
      }
    }
    double worst = LinearAdversary.worstMargin(MODEL, X, -1, epsilon, norm);
    assertTrue(worst <= least + 1e-12);
    assertEquals(worst, least, 0.005);
  }

  @ParameterizedTest
  @EnumSource(MarginLoss.class)
  void slopesAreThoseOfFiniteDifferencesAndLossesNeverRise(MarginLoss loss) {
    double h = 1e-6;
    for (double m = -3.03; m < 3; m += 0.1) {
      double difference = (loss.at(m + h) - loss.at(m - h)) / (2 * h);
      assertEquals(difference, loss.slope(m), 1e-7 * Math.max(1, Math.abs(difference)), "at " + m);
      assertTrue(loss.at(m + 0.1) <= loss.at(m));
    }
  }

  @Test
  void theLogisticLossNeitherOverflowsNorLosesItsTail() {
    assertEquals(1000, MarginLoss.LOGISTIC.at(-1000));
    assertEquals(Math.exp(-700), MarginLoss.LOGISTIC.at(700), Math.exp(-700) * 1e-12);
    assertEquals(-1, MarginLoss.LOGISTIC.slope(-1000));
    assertEquals(-Math.exp(-700), MarginLoss.LOGISTIC.slope(700), Math.exp(-700) * 1e-12);
  }

  @ParameterizedTest
  @EnumSource(BudgetNorm.class)
  void projectionsAreTheNextPointsOfTheBall(BudgetNorm norm) {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 50; i++) {
      double[] v = Vectors.gaussian(3, random);
      double[] next = norm.project(v, 0.8);
      assertTrue(norm.length(next) <= 0.8 + 1e-15);
      for (int k = 0; k < 50; k++) {
        double[] other = norm.project(Vectors.gaussian(3, random), 0.8);
        // the angle at the projection is never acute
        double angle = Vectors.dot(Vectors.plus(v, -1, next), Vectors.plus(other, -1, next));
        assertTrue(angle <= 1e-12, "angle " + angle);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(BudgetNorm.class)
  void noWeightsMeanNoDanger(BudgetNorm norm) {
    LinearModel blind = new LinearModel(new double[2], 0.5);
    assertArrayEquals(new double[2], LinearAdversary.worstChange(blind, 1, 1, norm));
    assertEquals(
        Double.POSITIVE_INFINITY, LinearAdversary.smallestBudget(blind, new double[2], norm));
    assertEquals(
        Double.POSITIVE_INFINITY, BudgetBisection.smallestBudget(blind, new double[2], norm));
  }

  @Test
  void hingeAscentStaysWhereTheLossIsFlat() {
    // margin 1.2, and the hinge's gradient is zero there
    double[] end =
        GradientAscent.USUAL.end(MODEL, X, 1, 0.9, BudgetNorm.L2, MarginLoss.HINGE, new double[2]);
    assertArrayEquals(new double[2], end);
  }
}
