package epsilonlab.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Curves by hand, by brute force over pairs and thresholds, and by scikit-learn 1.9.1. */
class RocTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** The scores whose values scikit-learn was asked for: 40 members and 60 others. */
  private static double[] fine(boolean members) {
    return members
        ? IntStream.range(0, 40).mapToDouble(i -> i * 37 % 101 / 100.0 * 1.2).toArray()
        : IntStream.range(0, 60).mapToDouble(i -> i * 53 % 97 / 100.0).toArray();
  }

  /** The same with many ties: Python's round, half to even, of tenths. */
  private static double[] coarse(boolean members) {
    return members
        ? IntStream.range(0, 40).mapToDouble(i -> Math.rint(i * 37 % 101 / 10.0 + 1)).toArray()
        : IntStream.range(0, 60).mapToDouble(i -> Math.rint(i * 53 % 97 / 10.0)).toArray();
  }

  @Test
  void fourScoresByHand() {
    Roc roc = Roc.of(new double[] {3, 1}, new double[] {2, 1});
    // pairs: 3>2, 3>1, 1<2, 1=1
    assertEquals((1 + 1 + 0 + 0.5) / 4, roc.auc());
    List<Roc.Point> points = roc.points();
    assertEquals(4, points.size());
    assertEquals(new Roc.Point(INFINITE, new Confusion(0, 2, 0, 2)), points.get(0));
    assertEquals(new Roc.Point(3, new Confusion(1, 2, 0, 2)), points.get(1));
    assertEquals(new Roc.Point(2, new Confusion(1, 2, 1, 2)), points.get(2));
    assertEquals(new Roc.Point(1, new Confusion(2, 2, 2, 2)), points.get(3));
    assertEquals(3, roc.best().threshold());
    assertEquals(0.75, roc.best().confusion().balancedAccuracy());
    assertEquals(0.5, roc.best().confusion().advantage());
    assertEquals(0.5, roc.truePositiveRateAt(0.01));
    assertEquals(0.5, roc.truePositiveRateAt(0.5));
    assertEquals(1, roc.truePositiveRateAt(1));
  }

  @Test
  void agreesWithScikitLearnOnFineScores() {
    Roc roc = Roc.of(fine(true), fine(false));
    assertEquals(0.61625, roc.auc(), 1e-12);
    assertEquals(95, roc.points().size());
    // scikit-learn keeps 55, for it always keeps the first score
    assertEquals(54, roc.corners().size());
    assertEquals(0.6166666666666667, roc.best().confusion().balancedAccuracy(), 1e-12);
    assertEquals(0.924, roc.best().threshold(), 1e-12);
    assertEquals(0.325, roc.truePositiveRateAt(0.1), 1e-12);
    assertEquals(0.225, roc.truePositiveRateAt(0.01), 1e-12);
    // DeLong's variance from the 40 x 60 matrix of comparisons, in NumPy
    assertEquals(0.003556676143222753, roc.aucVariance(), 1e-14);
  }

  @Test
  void agreesWithScikitLearnOnTies() {
    Roc roc = Roc.of(coarse(true), coarse(false));
    assertEquals(0.6375, roc.auc(), 1e-12);
    assertEquals(13, roc.points().size());
    // 11 with the first score
    assertEquals(10, roc.corners().size());
    assertEquals(0.5833333333333334, roc.best().confusion().balancedAccuracy(), 1e-12);
    assertEquals(9, roc.best().threshold());
    assertEquals(0.25, roc.truePositiveRateAt(0.1), 1e-12);
    assertEquals(0.15, roc.truePositiveRateAt(0.01), 1e-12);
    assertEquals(0.003176607996523251, roc.aucVariance(), 1e-14);
    double off = 1.959963984540054 * Math.sqrt(0.003176607996523251);
    assertEquals(0.6375 - off, roc.aucInterval(0.95).low(), 1e-9);
    assertEquals(0.6375 + off, roc.aucInterval(0.95).high(), 1e-9);
  }

  @Test
  void clopperAndPearsonAgreeWithSciPy() {
    check(3, 40, 0.015742179851041527, 0.20386474873289898);
    check(0, 40, 0, 0.08809730287880335);
    check(40, 40, 0.9119026971211966, 1);
    check(17, 60, 0.17450528351404976, 0.41443606894994406);
  }

  private static void check(int successes, int trials, double low, double high) {
    ConfidenceInterval interval = ConfidenceInterval.clopperPearson(successes, trials, 0.95);
    assertEquals(low, interval.low(), 1e-10);
    assertEquals(high, interval.high(), 1e-10);
  }

  @Property(tries = 300)
  void agreesWithBruteForce(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = -3, max = 4) Integer> members,
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = -3, max = 4) Integer> others) {
    double[] in = scores(members);
    double[] out = scores(others);
    Roc roc = Roc.of(in, out);
    double pairs = 0;
    for (double m : in) {
      for (double o : out) {
        pairs += m > o ? 1 : m == o ? 0.5 : 0;
      }
    }
    assertEquals(pairs / (in.length * out.length), roc.auc(), 1e-12);
    double best = 0;
    double foundAtAQuarter = 0;
    for (double t : new double[] {-INFINITE, -2.5, -2, -1, 0, 1, 2, 2.5, 3, INFINITE}) {
      int found = (int) Arrays.stream(in).filter(s -> s >= t).count();
      int accused = (int) Arrays.stream(out).filter(s -> s >= t).count();
      Confusion there = roc.at(t);
      assertEquals(new Confusion(found, in.length, accused, out.length), there);
      best = Math.max(best, there.balancedAccuracy());
      if (accused <= 0.25 * out.length) {
        foundAtAQuarter = Math.max(foundAtAQuarter, (double) found / in.length);
      }
    }
    assertEquals(best, roc.best().confusion().balancedAccuracy(), 1e-12);
    assertEquals(roc.best().confusion(), roc.at(roc.best().threshold()));
    assertEquals(foundAtAQuarter, roc.truePositiveRateAt(0.25), 1e-12);
    assertEquals(areaBelow(roc.points()), roc.auc(), 1e-12);
    assertEquals(areaBelow(roc.corners()), roc.auc(), 1e-12);
  }

  /** -3 and 4 stand for the infinities. */
  private static double[] scores(List<Integer> codes) {
    return codes.stream()
        .mapToDouble(c -> c == -3 ? -INFINITE : c == 4 ? INFINITE : c.doubleValue())
        .toArray();
  }

  private static double areaBelow(List<Roc.Point> points) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Confusion a = points.get(i - 1).confusion();
      Confusion b = points.get(i).confusion();
      area +=
          (b.falsePositiveRate() - a.falsePositiveRate())
              * (a.truePositiveRate() + b.truePositiveRate())
              / 2;
    }
    return area;
  }

  /** Two normal distributions a deviation apart have the area Phi(1 / sqrt 2). */
  @Test
  void theIntervalHoldsTheTrueAreaAboutAsOftenAsItSays() {
    double truth = 0.7602499389065233;
    SplittableRandom random = new SplittableRandom(1);
    int held = 0;
    int trials = 1000;
    for (int t = 0; t < trials; t++) {
      double[] in = random.doubles(60).map(u -> 1 + random.nextGaussian()).toArray();
      double[] out = random.doubles(80).map(u -> random.nextGaussian()).toArray();
      held += Roc.of(in, out).aucInterval(0.95).contains(truth) ? 1 : 0;
    }
    // 950 are expected; the deviation is 7, and DeLong's interval is a little too short
    assertTrue(held > 915 && held < 985, "held " + held);
  }

  @Test
  void perfectScoresHaveAnIntervalToo() {
    Roc roc = Roc.of(new double[] {5, 6, 7, 8}, new double[] {1, 2, 3});
    assertEquals(1, roc.auc());
    // three of three by Clopper and Pearson
    assertEquals(Math.pow(0.025, 1 / 3.0), roc.aucInterval(0.95).low(), 1e-12);
    assertEquals(1, roc.aucInterval(0.95).high());
    assertEquals(0, Roc.of(new double[] {1, 2}, new double[] {3, 4}).aucInterval(0.95).low());
    assertEquals(
        new ConfidenceInterval(0, 1), Roc.of(new double[] {1}, new double[] {2}).aucInterval(0.95));
  }

  @Test
  void scoresThatAreNoNumbersAreRefused() {
    double[] fine = {1};
    assertThrows(IllegalArgumentException.class, () -> Roc.of(new double[] {Double.NaN}, fine));
    assertThrows(IllegalArgumentException.class, () -> Roc.of(fine, new double[0]));
  }
}
