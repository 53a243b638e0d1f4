package epsilonlab.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class GaussianMechanismTest {
  /** The definition: how far N(ratio, 1) exceeds e^epsilon times N(0, 1), by Simpson's rule. */
  private static double byIntegration(double epsilon, double ratio) {
    // the excess begins where the densities' quotient is e^epsilon
    double from = epsilon / ratio + ratio / 2;
    double to = Math.max(from, ratio) + 12;
    int steps = 20_000;
    double h = (to - from) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double x = from + i * h;
      double near = Math.exp(-(x - ratio) * (x - ratio) / 2);
      double far = Math.exp(epsilon - x * x / 2);
      double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * (near - far);
    }
    return sum * h / 3 / Math.sqrt(2 * Math.PI);
  }

  @Property(tries = 200)
  void deltaIsWhatTheDefinitionSays(
      @ForAll @DoubleRange(min = 0, max = 20) double epsilon,
      @ForAll @DoubleRange(min = 0.05, max = 8) double ratio) {
    assertEquals(byIntegration(epsilon, ratio), GaussianMechanism.delta(epsilon, ratio), 1e-10);
  }

  /** Where e^epsilon overflows and the tail that it multiplies underflows. */
  @Property(tries = 100)
  void deltaIsRightWithHardlyAnyNoise(
      @ForAll @DoubleRange(min = 8, max = 60) double ratio,
      @ForAll @DoubleRange(min = -2, max = 5) double beyond) {
    double epsilon = ratio * ratio / 2 + beyond * ratio;
    double expected = byIntegration(epsilon, ratio);
    assertEquals(expected, GaussianMechanism.delta(epsilon, ratio), 1e-6 * expected + 1e-12);
  }

  @Property(tries = 100)
  void theRatioOfAnEpsilonGivesIt(
      @ForAll @DoubleRange(min = 0.01, max = 1000) double epsilon,
      @ForAll @DoubleRange(min = 2, max = 9) double digits) {
    double delta = Math.pow(10, -digits);
    double ratio = GaussianMechanism.ratio(epsilon, delta);
    assertEquals(delta, GaussianMechanism.delta(epsilon, ratio), 1e-6 * delta);
    assertEquals(epsilon, GaussianMechanism.epsilon(ratio, delta), 1e-6 * epsilon);
  }

  @Property(tries = 200)
  void epsilonTakesDeltaBack(
      @ForAll @DoubleRange(min = 0.05, max = 30) double ratio,
      @ForAll @DoubleRange(min = 0.5, max = 9) double digits) {
    double delta = Math.pow(10, -digits);
    double epsilon = GaussianMechanism.epsilon(ratio, delta);
    assertTrue(GaussianMechanism.delta(epsilon, ratio) <= delta * (1 + 1e-6));
    if (epsilon > 0) {
      assertTrue(GaussianMechanism.delta(epsilon * 0.999, ratio) > delta);
    }
    double less = GaussianMechanism.epsilon(ratio * 0.9, delta);
    assertTrue(epsilon == 0 ? less == 0 : less < epsilon, "more noise, smaller epsilon");
  }

  /** Values of Balle and Wang's formula in SciPy; 3.7306 is the sigma their code finds. */
  @Example
  void knownValues() {
    assertEquals(0.12693673750664392, GaussianMechanism.delta(1, 1), 1e-12);
    assertEquals(0.599185618533933, GaussianMechanism.delta(0.5, 2), 1e-12);
    assertEquals(1, GaussianMechanism.epsilon(1 / 3.730631634815948, 1e-5), 1e-6);
  }

  @Example
  void theEnds() {
    assertEquals(0, GaussianMechanism.epsilon(0, 1e-5));
    assertEquals(Double.POSITIVE_INFINITY, GaussianMechanism.epsilon(1 / 0.0, 1e-5));
    assertEquals(0, GaussianMechanism.delta(1e5, 1));
    // a finite number however little noise there is; epsilon is about ratio^2 / 2
    assertEquals(0.5e12, GaussianMechanism.epsilon(1e6, 1e-5), 1e8);
    assertEquals(0.5e180, GaussianMechanism.epsilon(1e90, 1e-5), 1e170);
    assertEquals(0.08, GaussianMechanism.sensitivityOfMean(50, 2));
  }
}
