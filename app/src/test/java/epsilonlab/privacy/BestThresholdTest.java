package epsilonlab.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Against every threshold that there is. */
class BestThresholdTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** -4 and 5 stand for the infinities; few values, so that there are many ties. */
  private static double[] scores(List<Integer> codes) {
    return codes.stream()
        .mapToDouble(c -> c == -4 ? -INFINITE : c == 5 ? INFINITE : c / 2.0)
        .toArray();
  }

  @Property(tries = 400)
  void noThresholdIsBetter(
      @ForAll @Size(max = 9) List<@IntRange(min = -4, max = 5) Integer> members,
      @ForAll @Size(max = 9) List<@IntRange(min = -4, max = 5) Integer> others) {
    double[] in = scores(members);
    double[] out = scores(others);
    BestThreshold best = BestThreshold.of(in.clone(), out.clone());
    int most = -1;
    // all scores, all gaps between them, and both ends
    for (double t : candidates()) {
      int right = 0;
      for (double score : in) {
        right += score >= t ? 1 : 0;
      }
      for (double score : out) {
        right += score >= t ? 0 : 1;
      }
      assertEquals(right, BestThreshold.right(t, in, out));
      most = Math.max(most, right);
    }
    assertEquals(most, best.right());
    assertEquals(in.length + out.length, best.of());
    assertEquals(most, BestThreshold.right(best.threshold(), in, out));
    for (double t : candidates()) {
      assertTrue(
          t <= best.threshold() || BestThreshold.right(t, in, out) < most,
          t + " is as good as " + best.threshold());
    }
  }

  private static double[] candidates() {
    double[] all = new double[4 * 10 + 2];
    Arrays.setAll(all, i -> i == 0 ? -INFINITE : i == all.length - 1 ? INFINITE : (i - 20) / 4.0);
    return all;
  }

  @Example
  void scoresThatAreNoNumbersAreRefused() {
    double[] fine = {1};
    assertThrows(
        IllegalArgumentException.class, () -> BestThreshold.of(new double[] {Double.NaN, 2}, fine));
    assertThrows(
        IllegalArgumentException.class, () -> BestThreshold.of(fine, new double[] {Double.NaN}));
  }

  @Example
  void byHand() {
    BestThreshold best = BestThreshold.of(new double[] {2, 5, 3}, new double[] {1, 4, 2});
    assertEquals(new BestThreshold(5, 4, 6), best, "5 alone, as good as 3 and 2, but larger");
    assertEquals(4 / 6.0, best.accuracy());
    assertEquals(
        new BestThreshold(INFINITE, 2, 4),
        BestThreshold.of(new double[] {0, 0}, new double[] {1, 1}),
        "members below: nobody is called one");
  }
}
