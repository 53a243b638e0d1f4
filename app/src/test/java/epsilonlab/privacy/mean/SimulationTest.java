package epsilonlab.privacy.mean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.Seed;
import epsilonlab.privacy.BestThreshold;
import epsilonlab.privacy.Estimate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The exercise's simulation and its exact reduction have one distribution. */
class SimulationTest {
  private static final int DRAWS = 12_000;
  // two samples of one distribution differ by more once in 100,000 times (Kolmogorov-Smirnov)
  private static final double FAR = 2.5 * Math.sqrt(2.0 / DRAWS);

  private static Trial[] draw(Simulation simulation, int n, int d, double variance) {
    Seed seed = Seed.of(1).split(simulation.id());
    Trial[] trials = new Trial[DRAWS];
    Arrays.setAll(trials, i -> simulation.draw(n, d, variance, seed.split(i).generator()));
    return trials;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> bothWaysAgree() {
    int[][] sizes = {{4, 1}, {4, 2}, {1, 3}, {6, 30}};
    return Arrays.stream(sizes)
        .flatMap(
            size ->
                Stream.of(0.0, 0.4)
                    .map(
                        variance ->
                            DynamicTest.dynamicTest(
                                "n " + size[0] + " d " + size[1] + " variance " + variance,
                                () -> agree(size[0], size[1], variance))));
  }

  private static void agree(int n, int d, double variance) {
    Trial[] faithful = draw(Simulation.FAITHFUL, n, d, variance);
    Trial[] reduced = draw(Simulation.REDUCED, n, d, variance);
    same("norm", faithful, reduced, Trial::norm);
    same("a member's score", faithful, reduced, t -> t.members()[0]);
    same("a non-member's score", faithful, reduced, t -> t.others()[0]);
    same("mean of the members", faithful, reduced, t -> mean(t.members()));
    same("mean of the members over the norm", faithful, reduced, t -> mean(t.members()) / t.norm());
    same(
        "spread of the members",
        faithful,
        reduced,
        t -> Arrays.stream(t.members()).map(s -> Math.pow(s - mean(t.members()), 2)).sum());
    if (n > 1) {
      // how scores of two people hang together
      same("two members", faithful, reduced, t -> t.members()[0] * t.members()[1]);
      same("member and non-member", faithful, reduced, t -> t.members()[0] * t.others()[1]);
    }
    same(
        "accuracy",
        faithful,
        reduced,
        t -> BestThreshold.of(t.members().clone(), t.others().clone()).accuracy());
  }

  private static void same(
      String what, Trial[] one, Trial[] two, ToDoubleFunction<Trial> statistic) {
    double[] a = Arrays.stream(one).mapToDouble(statistic).sorted().toArray();
    double[] b = Arrays.stream(two).mapToDouble(statistic).sorted().toArray();
    int i = 0;
    int j = 0;
    double apart = 0;
    while (i < a.length && j < b.length) {
      // values that are equal but for rounding move together
      double value = Math.min(a[i], b[j]) + 1e-9;
      while (i < a.length && a[i] <= value) {
        i++;
      }
      while (j < b.length && b[j] <= value) {
        j++;
      }
      apart = Math.max(apart, Math.abs(i - j) / (double) DRAWS);
    }
    assertTrue(apart < FAR, what + ": " + apart + " apart, allowed " + FAR);
  }

  /** Closed forms: E|p|^2 = d (1/n + s^2), E(member) = d/n, E(others) = 0. */
  @Test
  void momentsAreThoseOfTheFormulas() {
    for (Simulation simulation : Simulation.values()) {
      Estimate.Sum square = new Estimate.Sum(0);
      Estimate.Sum member = new Estimate.Sum(0);
      Estimate.Sum other = new Estimate.Sum(0);
      for (Trial trial : draw(simulation, 5, 20, 0.3)) {
        square.add(trial.norm() * trial.norm());
        member.add(mean(trial.members()));
        other.add(trial.others()[0]);
      }
      near(20 * (1 / 5.0 + 0.3), square.estimate());
      near(20 / 5.0, member.estimate());
      near(0, other.estimate());
    }
  }

  private static void near(double expected, Estimate found) {
    assertEquals(expected, found.mean(), 4.5 * found.standardError());
  }

  @Test
  void chiSquareHasItsDistribution() {
    for (int degrees : new int[] {1, 2, 3, 50}) {
      ChiSquaredDistribution truth = ChiSquaredDistribution.of(degrees);
      SplittableRandom random = new SplittableRandom(degrees);
      double[] drawn = new double[DRAWS];
      Estimate.Sum mean = new Estimate.Sum(degrees);
      Estimate.Sum square = new Estimate.Sum(2.0 * degrees);
      for (int i = 0; i < DRAWS; i++) {
        drawn[i] = ChiSquare.draw(degrees, random);
        mean.add(drawn[i]);
        square.add(Math.pow(drawn[i] - degrees, 2));
      }
      near(degrees, mean.estimate());
      near(2.0 * degrees, square.estimate());
      Arrays.sort(drawn);
      double apart = 0;
      for (int i = 0; i < DRAWS; i++) {
        double p = truth.cumulativeProbability(drawn[i]);
        apart = Math.max(apart, Math.max(p - i / (double) DRAWS, (i + 1) / (double) DRAWS - p));
      }
      assertTrue(apart < 2.5 / Math.sqrt(DRAWS), degrees + " degrees: " + apart);
    }
    assertEquals(0, ChiSquare.draw(0, new SplittableRandom(1)));
  }

  /** The threshold half way is known here, so fresh data are judged as the formula says. */
  @Test
  void theTheoryIsWhatTheSimulationGives() {
    int n = 60;
    for (double variance : new double[] {0, 0.2}) {
      for (int d : new int[] {20, 200}) {
        Seed seed = Seed.of(9).split(d);
        Estimate.Sum accuracy = new Estimate.Sum(0.5);
        for (int i = 0; i < 1500; i++) {
          Trial trial = Simulation.REDUCED.draw(n, d, variance, seed.split(i).generator());
          int right = BestThreshold.right(d / (2.0 * n), trial.members(), trial.others());
          accuracy.add(right / (2.0 * n));
        }
        assertEquals(
            Theory.accuracy(n, d, variance),
            accuracy.estimate().mean(),
            0.006 + 4.5 * accuracy.estimate().standardError(),
            "d " + d + " variance " + variance);
      }
    }
    assertEquals(Theory.accuracy(50, 100, 0), 0.7602499389065233, 1e-12, "Phi(1 / sqrt 2)");
  }
}
