package epsilonlab.theory.perceptron;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.theory.Vectors;
import epsilonlab.theory.svm.LabelledPoints;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PerceptronTest {
  /** Every step by hand. */
  @Test
  void aRunByHand() {
    LabelledPoints points =
        new LabelledPoints(new double[][] {{2, 0}, {1, 3}, {-1, 1}}, new int[] {1, -1, -1});
    Perceptron.Run run = Perceptron.run(points, 100);
    // (2,0); then -(1,3): 2 > 0 wrong: (1,-3); then -(-1,1): -4 right;
    // then (2,0): 2 right; (1,3): -8 right; (-1,1): -4 right
    assertTrue(run.finished());
    assertEquals(List.of(0, 1), run.mistakes().stream().map(Perceptron.Mistake::point).toList());
    assertArrayEquals(new double[] {2, 0}, run.weights(1));
    assertArrayEquals(new double[] {1, -3}, run.weights());
    assertEquals(0, run.mistakes().get(1).pass());
  }

  @Test
  void unitVectorsUseTheWholeBound() {
    LabelledPoints axes = PerceptronTheorem.unitVectors(7);
    assertEquals(7, MistakeBound.of(axes).mostMistakes(), 1e-12);
    assertEquals(7, Perceptron.run(axes, 100).mistakes().size());
  }

  @Test
  void theBestMarginAgainstAllDirectionsOfThePlane() {
    SplittableRandom random = new SplittableRandom(6);
    int separable = 0;
    for (int trial = 0; trial < 30; trial++) {
      int n = 2 + random.nextInt(6);
      double[][] x = new double[n][];
      int[] y = new int[n];
      for (int i = 0; i < n; i++) {
        x[i] = Vectors.gaussian(2, random);
        y[i] = random.nextBoolean() ? 1 : -1;
      }
      LabelledPoints points = new LabelledPoints(x, y);
      double most = Double.NEGATIVE_INFINITY;
      int steps = 20_000;
      for (int k = 0; k < steps; k++) {
        double angle = 2 * Math.PI * k / steps;
        double[] w = {Math.cos(angle), Math.sin(angle)};
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
          least = Math.min(least, y[i] * Vectors.dot(w, x[i]));
        }
        most = Math.max(most, least);
      }
      BestMargin best = BestMargin.of(points);
      if (most > 0.001) {
        separable++;
        assertEquals(most, best.gamma(), 1e-3);
        assertTrue(best.gamma() >= most - 1e-12);
        assertEquals(1, Vectors.length(best.direction()), 1e-12);
      } else if (most < -0.001) {
        assertFalse(best.separates());
        assertEquals(Double.POSITIVE_INFINITY, new MistakeBound(1, best).mostMistakes());
      }
    }
    assertTrue(separable > 3 && separable < 27, "both kinds: " + separable);
  }

  @Test
  void withoutASeparatingPlaneItStopsWhereItIsTold() {
    LabelledPoints points = new LabelledPoints(new double[][] {{1, 0}, {2, 0}}, new int[] {1, -1});
    Perceptron.Run run = Perceptron.run(points, 37);
    assertFalse(run.finished());
    assertEquals(37, run.mistakes().size());
    // a bias separates them
    LabelledPoints longer = Perceptron.withConstant(points, 1);
    assertTrue(Perceptron.run(longer, 1000).finished());
    assertTrue(BestMargin.of(longer).separates());
  }

  @Test
  void theCurvesOfTheProofAreInOrder() {
    LabelledPoints points =
        new LabelledPoints(
            new double[][] {{2, 0.1}, {1, 3}, {-1, 1}, {0.2, -1}}, new int[] {1, -1, -1, 1});
    MistakeBound bound = MistakeBound.of(points);
    assertEquals(Math.sqrt(10), bound.radius(), 1e-15);
    Perceptron.Run run = Perceptron.run(points, 1000);
    MistakeBound.Curves curves = bound.curves(run);
    assertEquals(run.mistakes().size() + 1, curves.upper().length);
    assertEquals(0, curves.length()[0]);
    for (int k = 0; k < curves.lower().length; k++) {
      assertEquals(k * bound.margin().gamma(), curves.lower()[k], 1e-15);
      assertEquals(Vectors.length(run.weights(k)), curves.length()[k]);
      assertTrue(curves.lower()[k] <= curves.along()[k] + 1e-12);
      assertTrue(curves.along()[k] <= curves.length()[k] + 1e-12);
      assertTrue(curves.length()[k] <= curves.upper()[k] + 1e-12);
    }
  }
}
