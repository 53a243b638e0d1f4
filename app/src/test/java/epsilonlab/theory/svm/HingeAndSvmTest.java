package epsilonlab.theory.svm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.theory.Vectors;
import epsilonlab.theory.linear.LinearModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HingeAndSvmTest {
  private static final LabelledPoints POINTS =
      new LabelledPoints(
          new double[][] {
            {0, 0}, {1, 0.5}, {2, 1.5}, {0.5, 2}, {1.5, -0.5}, {3, 1}, {2.5, 2.5}, {1, 1.8}
          },
          new int[] {-1, -1, 1, -1, -1, 1, 1, 1});

  /** Values of scikit-learn 1.9.1: SVC(kernel="linear", C=1/lambda, tol=1e-12). */
  @ParameterizedTest
  @CsvSource({
    "0.1, 3.620689490745807, 1.4482762731354808, -5.70689633796955, 0.4793105092541925",
    "1, 1.3333334128048917, 0.666666754087138, -2.6666667660059518, 1.4666666682574903",
    "4, 0.75, 0.575, -1.8312500268220901, 2.4275"
  })
  void theSoftMarginMachineIsThatOfScikitLearn(
      double lambda, double w1, double w2, double b, double hinge) {
    SoftMarginSvm.Fit fit = new SoftMarginSvm(lambda).fit(POINTS);
    assertArrayEquals(new double[] {w1, w2}, fit.model().w(), 2e-6);
    assertEquals(b, fit.model().b(), 5e-6);
    assertEquals(hinge, fit.hinge(), 2e-6);
    assertTrue(fit.gap() <= 1e-12, "gap " + fit.gap());
  }

  /** Minima by Nelder and Mead's method of SciPy 1.17.1, the best of 30 starts. */
  @ParameterizedTest
  @CsvSource({
    "0.3, 2.4120226591666247, 1.2060113295832995, -4.824045318333243, 2.6532249250832574",
    "0.8, 0.797435404687769, 0.6685549087789899, -1.8324878918334493, 7.064944846745703"
  })
  void adversarialTrainingFindsTheMinimumOfScipy(
      double epsilon, double w1, double w2, double b, double loss) {
    AdversarialTraining.Fit fit = new AdversarialTraining(epsilon).fit(POINTS);
    assertEquals(loss, fit.loss(), 1e-9);
    assertArrayEquals(new double[] {w1, w2}, fit.model().w(), 1e-5);
    assertEquals(b, fit.model().b(), 1e-5);
    assertFalse(fit.separable());
  }

  /** One point a side at distance 2: the plane in the middle, and everything by hand. */
  @Test
  void twoPointsByHand() {
    LabelledPoints two = new LabelledPoints(new double[][] {{1, 0}, {-1, 0}}, new int[] {1, -1});
    // 2 max(0, 1 - w) + lambda w^2 / 2 has its minimum at w = min(1, 2 / lambda)
    assertArrayEquals(new double[] {0.5, 0}, new SoftMarginSvm(4).fit(two).model().w(), 1e-12);
    assertArrayEquals(new double[] {1, 0}, new SoftMarginSvm(0.5).fit(two).model().w(), 1e-12);
    // w >= 1 + epsilon w
    AdversarialTraining.Fit half = new AdversarialTraining(0.5).fit(two);
    assertTrue(half.separable());
    assertEquals(0, half.loss(), 1e-12);
    assertArrayEquals(new double[] {2, 0}, half.model().w(), 1e-9);
    // the adversary moves both points over any plane: nothing beats saying nothing
    AdversarialTraining.Fit lost = new AdversarialTraining(1.5).fit(two);
    assertFalse(lost.separable());
    assertEquals(2, lost.loss(), 1e-9);
    assertEquals(0, Vectors.length(lost.model().w()), 1e-9);
  }

  @Test
  void noOtherPlaneOfAGridIsBetter() {
    double epsilon = 0.4;
    double least = new AdversarialTraining(epsilon).fit(POINTS).loss();
    double found = Double.POSITIVE_INFINITY;
    for (double w1 = -1; w1 <= 4; w1 += 0.05) {
      for (double w2 = -1; w2 <= 4; w2 += 0.05) {
        for (double b = -6; b <= 1; b += 0.1) {
          LinearModel model = new LinearModel(new double[] {w1, w2}, b);
          found = Math.min(found, POINTS.adversarialHinge(model, epsilon));
        }
      }
    }
    assertTrue(least <= found + 1e-9, least + " and " + found);
    assertEquals(least, found, 0.1);
  }

  @Test
  void aMachineOfAnotherLambdaIsNotTheAdversarialOne() {
    AdversarialTraining.Fit trained = new AdversarialTraining(0.8).fit(POINTS);
    double lambda = HingeEquivalence.lambda(0.8, trained);
    LinearModel expected = HingeEquivalence.toSvm(0.8, trained.model());
    double right = distance(expected, new SoftMarginSvm(lambda).fit(POINTS).model());
    double wrong = distance(expected, new SoftMarginSvm(2 * lambda).fit(POINTS).model());
    assertTrue(right < 1e-7, "right " + right);
    assertTrue(wrong > 1e-3, "wrong " + wrong);
    SoftMarginSvm.Fit svm = new SoftMarginSvm(lambda).fit(POINTS);
    assertEquals(0.8, HingeEquivalence.epsilon(lambda, svm), 1e-7);
  }

  private static double distance(LinearModel one, LinearModel other) {
    return Vectors.length(Vectors.plus(one.w(), -1, other.w()));
  }

  @Test
  void oneClassAloneIsRefused() {
    LabelledPoints one = new LabelledPoints(new double[][] {{1}, {2}}, new int[] {1, 1});
    assertThrows(LabException.class, () -> new SoftMarginSvm(1).fit(one));
    assertThrows(LabException.class, () -> new AdversarialTraining(1).fit(one));
    assertThrows(IllegalArgumentException.class, () -> new SoftMarginSvm(0));
    assertThrows(IllegalArgumentException.class, () -> new AdversarialTraining(-1));
  }

  @Test
  void pointsAtTheSamePlaceWithOtherLabelsDoNotStopTheSolvers() {
    LabelledPoints same =
        new LabelledPoints(
            new double[][] {{1, 1}, {1, 1}, {0, 0}, {2, 2}}, new int[] {1, -1, -1, 1});
    assertTrue(new SoftMarginSvm(1).fit(same).gap() < 1e-9);
    assertTrue(new AdversarialTraining(0.1).fit(same).loss() > 1);
  }
}
