package epsilonlab.privacy.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.privacy.Roc;
import epsilonlab.privacy.inference.Lira.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Two examples and four shadow models by hand, and normal scores of which the answer is known. */
class LiraTest {
  // IN of the first example: 4 and 6; OUT: 0 and 2. IN of the second: 1 and 1; OUT: -1 and -5
  private static final List<double[]> SHADOWS =
      List.of(new double[] {4, -1}, new double[] {0, 1}, new double[] {6, -5}, new double[] {2, 1});
  private static final List<boolean[]> IN =
      List.of(
          new boolean[] {true, false},
          new boolean[] {false, true},
          new boolean[] {true, false},
          new boolean[] {false, true});
  private static final double[] OWN = {3.5, 0};

  @Test
  void onlineByHandWithOneSpreadForAll() {
    // squares around the means: IN (1 + 1 + 0 + 0) / 2 = 1, OUT (1 + 1 + 4 + 4) / 2 = 5
    NormalDistribution in = NormalDistribution.of(5, 1);
    NormalDistribution out = NormalDistribution.of(1, Math.sqrt(5));
    NormalDistribution in2 = NormalDistribution.of(1, 1);
    NormalDistribution out2 = NormalDistribution.of(-3, Math.sqrt(5));
    assertArrayEquals(
        new double[] {
          in.logDensity(3.5) - out.logDensity(3.5), in2.logDensity(0) - out2.logDensity(0)
        },
        Lira.online(OWN, SHADOWS, IN, Spread.GLOBAL),
        1e-12);
  }

  @Test
  void onlineByHandWithAnOwnSpread() {
    NormalDistribution in = NormalDistribution.of(5, Math.sqrt(2));
    NormalDistribution out = NormalDistribution.of(1, Math.sqrt(2));
    assertEquals(
        in.logDensity(3.5) - out.logDensity(3.5),
        Lira.online(OWN, SHADOWS, IN, Spread.EXAMPLE)[0],
        1e-12);
  }

  @Test
  void offlineOrdersAsTheProbabilityOfOutDoes() {
    double[] above = Lira.offline(OWN, SHADOWS, IN, Spread.GLOBAL);
    assertArrayEquals(new double[] {2.5 / Math.sqrt(5), 3 / Math.sqrt(5)}, above, 1e-12);
    assertEquals(2.5 / Math.sqrt(2), Lira.offline(OWN, SHADOWS, IN, Spread.EXAMPLE)[0], 1e-12);
  }

  @Test
  void calibrationTakesTheMeanOfThoseThatDidNotLearn() {
    assertArrayEquals(new double[] {2.5, 3}, Calibration.of(OWN, SHADOWS, IN), 1e-12);
  }

  /** Hard and easy examples: a plain threshold confuses them, the likelihood ratio does not. */
  @Test
  void findsMembersAmongExamplesOfUnequalDifficulty() {
    int count = 600;
    int models = 40;
    double gain = 2;
    SplittableRandom random = new SplittableRandom(5);
    double[] difficulty = random.doubles(count).map(u -> 5 * random.nextGaussian()).toArray();
    List<double[]> shadows = new ArrayList<>();
    List<boolean[]> in = new ArrayList<>();
    for (int k = 0; k < models; k++) {
      boolean[] learnt = new boolean[count];
      double[] scores = new double[count];
      for (int i = 0; i < count; i++) {
        learnt[i] = (i + k) % 2 == 0;
        scores[i] = difficulty[i] + (learnt[i] ? gain : 0) + random.nextGaussian();
      }
      shadows.add(scores);
      in.add(learnt);
    }
    double[] own = new double[count];
    for (int i = 0; i < count; i++) {
      own[i] = difficulty[i] + (i < count / 2 ? gain : 0) + random.nextGaussian();
    }
    // two normals that are 2 deviations apart: Phi(2 / sqrt 2); a plain score: Phi(2 / sqrt 52)
    double best = NormalDistribution.of(0, 1).cumulativeProbability(Math.sqrt(2));
    double plain = NormalDistribution.of(0, 1).cumulativeProbability(2 / Math.sqrt(52));
    check(best, Lira.online(own, shadows, in, Spread.GLOBAL));
    check(best, Lira.offline(own, shadows, in, Spread.GLOBAL));
    check(plain, own);
    double auc = AttackOutcome.of(MembershipAttack.LOSS, own, count / 2).roc().auc();
    assertTrue(best - auc > 0.2);
  }

  private static void check(double truth, double[] scores) {
    Roc roc = AttackOutcome.of(MembershipAttack.LIRA, scores, scores.length / 2).roc();
    // means of 20 models blur a little
    assertEquals(truth, roc.auc(), 4 * Math.sqrt(roc.aucVariance()) + 0.01);
  }
}
