package epsilonlab.privacy.mean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.job.JobContext;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoresJobTest {
  private static final int COUNT = 8000;

  private static ScoresSettings settings(
      int n, int d, double variance, Simulation simulation, MeanScore score) {
    return new ScoresSettings(n, d, variance, COUNT, simulation, score, 3);
  }

  private static MeanScores draw(int threads, ScoresSettings settings) {
    try (Compute compute = Compute.start(DeviceChoice.CPU, threads)) {
      return new ScoresJob(compute, settings).run(JobContext.of(event -> {}));
    }
  }

  private static double mean(double[] values, DoubleUnaryOperator of) {
    return Arrays.stream(values).map(of).average().orElseThrow();
  }

  /**
   * E of a member's product is d / n, of a non-member's 0, whose second moment is |p|^2 on average:
   * d (1 / n + variance).
   */
  @ParameterizedTest
  @EnumSource(Simulation.class)
  void momentsAreThoseOfTheClosedForm(Simulation simulation) {
    int n = 20;
    int d = 40;
    double variance = 0.05;
    MeanScores scores = draw(2, settings(n, d, variance, simulation, MeanScore.PRODUCT));
    assertEquals(COUNT, scores.members().length);
    assertEquals(COUNT, scores.others().length);
    double square = d * (1.0 / n + variance);
    // five standard errors, for scores of one mean share its length: about 1.2 times independent
    double slack = 5 * 1.2 * Math.sqrt(square / COUNT);
    assertEquals((double) d / n, mean(scores.members(), s -> s), slack);
    assertEquals(0, mean(scores.others(), s -> s), slack);
    assertEquals(
        square, mean(scores.others(), s -> s * s), 5 * 1.5 * square * Math.sqrt(2.0 / COUNT));
  }

  /** Given p, a non-member's projection on it is standard normal, whatever p is. */
  @ParameterizedTest
  @EnumSource(Simulation.class)
  void projectionsOfNonMembersAreStandardNormal(Simulation simulation) {
    double[] sorted = draw(2, settings(5, 7, 0.3, simulation, MeanScore.PROJECTION)).others();
    Arrays.sort(sorted);
    double apart = 0;
    for (int i = 0; i < COUNT; i++) {
      double expected = NormalDistribution.of(0, 1).cumulativeProbability(sorted[i]);
      apart = Math.max(apart, Math.abs(expected - (i + 0.5) / COUNT));
    }
    // Kolmogorov-Smirnov, once in 100,000 times
    assertTrue(apart < 2.5 / Math.sqrt(COUNT), "apart by " + apart);
  }

  @Test
  void aProjectionIsTheProductOverTheLength() {
    Trial products = new Trial(2, new double[] {3, -1}, new double[] {0, 5});
    Trial projections = MeanScore.PROJECTION.of(products);
    assertArrayEquals(new double[] {1.5, -0.5}, projections.members());
    assertArrayEquals(new double[] {0, 2.5}, projections.others());
    assertArrayEquals(
        new double[] {0, 0},
        MeanScore.PROJECTION.of(new Trial(0, new double[2], new double[2])).members());
  }

  @Test
  void threadsDoNotMatter() {
    ScoresSettings settings = settings(50, 100, 0.2, Simulation.REDUCED, MeanScore.PRODUCT);
    MeanScores alone = draw(1, settings);
    MeanScores together = draw(3, settings);
    assertArrayEquals(alone.members(), together.members());
    assertArrayEquals(alone.others(), together.others());
  }

  @Test
  void oneMeanAtLeastAndEveryScoreOfItIfNeeded() {
    for (int n : new int[] {1, 3, 10, 77, 1000, 100_000}) {
      for (int d : new int[] {1, 50, 500}) {
        for (Simulation simulation : Simulation.values()) {
          ScoresSettings settings = settings(n, d, 0, simulation, MeanScore.PRODUCT);
          assertTrue(settings.perRepeat() <= n && settings.perRepeat() >= 1);
          assertTrue((long) settings.repeats() * settings.perRepeat() >= COUNT, "n " + n);
        }
      }
    }
  }

  @Test
  void saysWhatIsWrong() {
    says("variance", 5, 5, -1);
    says("number of people n", 0, 5, 0);
    says("dimension d", 5, 0, 0);
  }

  private static void says(String what, int n, int d, double variance) {
    LabException wrong =
        assertThrows(
            LabException.class,
            () -> settings(n, d, variance, Simulation.REDUCED, MeanScore.PRODUCT));
    assertTrue(wrong.getMessage().contains(what), wrong.getMessage());
  }
}
