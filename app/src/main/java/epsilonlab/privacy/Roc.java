package epsilonlab.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What every threshold on a score would find: the receiver operating characteristic of the attack
 * that calls "member" whoever's score is at least the threshold. Immutable.
 */
public final class Roc {
  private final double[] members;
  private final double[] others;
  private final double[] thresholds;
  private final int[] found;
  private final int[] accused;
  private final double auc;
  // made when first asked for; charts are redrawn often
  private volatile List<Point> corners;

  /**
   * A point of the curve.
   *
   * @param threshold a score, or infinity for the start of the curve, where nobody is accused
   * @param confusion what is found with it
   */
  public record Point(double threshold, Confusion confusion) {}

  private Roc(double[] members, double[] others) {
    this.members = members;
    this.others = others;
    int most = members.length + others.length + 1;
    double[] values = new double[most];
    int[] in = new int[most];
    int[] out = new int[most];
    values[0] = Double.POSITIVE_INFINITY;
    int points = 1;
    int m = members.length;
    int o = others.length;
    // pairs in which the member has the higher score, ties counted half; twice, so that it is whole
    long twice = 0;
    while (m > 0 || o > 0) {
      double value =
          m == 0
              ? others[o - 1]
              : o == 0 ? members[m - 1] : Math.max(members[m - 1], others[o - 1]);
      int before = m;
      while (m > 0 && members[m - 1] == value) {
        m--;
      }
      int same = o;
      while (o > 0 && others[o - 1] == value) {
        o--;
      }
      twice += (long) (before - m) * (2L * o + (same - o));
      values[points] = value;
      in[points] = members.length - m;
      out[points] = others.length - o;
      points++;
    }
    this.thresholds = Arrays.copyOf(values, points);
    this.found = Arrays.copyOf(in, points);
    this.accused = Arrays.copyOf(out, points);
    this.auc = twice / (2.0 * members.length * others.length);
  }

  /**
   * The curve of these scores.
   *
   * @param members scores of members, at least one, none of them NaN; infinite ones are allowed
   * @param others scores of non-members, likewise
   * @throws IllegalArgumentException if a score is NaN, or there is none
   */
  public static Roc of(double[] members, double[] others) {
    return new Roc(sorted(members), sorted(others));
  }

  private static double[] sorted(double[] scores) {
    if (scores.length == 0 || Arrays.stream(scores).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("scores must be numbers, and there must be some");
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** How many members there are. */
  public int members() {
    return members.length;
  }

  /** How many non-members there are. */
  public int others() {
    return others.length;
  }

  /** The scores of the members, ascending, in an array of its own. */
  public double[] memberScores() {
    return members.clone();
  }

  /** The scores of the non-members, ascending, in an array of its own. */
  public double[] otherScores() {
    return others.clone();
  }

  /** One point for each score there is, from nobody accused to everybody. */
  public List<Point> points() {
    List<Point> points = new ArrayList<>(thresholds.length);
    for (int i = 0; i < thresholds.length; i++) {
      points.add(point(i));
    }
    return points;
  }

  /** The points between which the curve is straight: the same curve with the fewest points. */
  public List<Point> corners() {
    if (corners == null) {
      corners = findCorners();
    }
    return corners;
  }

  private List<Point> findCorners() {
    List<Point> corners = new ArrayList<>();
    corners.add(point(0));
    int last = thresholds.length - 1;
    int before = 0;
    for (int i = 1; i < last; i++) {
      long turn =
          (long) (found[i] - found[before]) * (accused[i + 1] - accused[i])
              - (long) (found[i + 1] - found[i]) * (accused[i] - accused[before]);
      if (turn != 0) {
        corners.add(point(i));
        before = i;
      }
    }
    corners.add(point(last));
    return List.copyOf(corners);
  }

  private Point point(int i) {
    return new Point(
        thresholds[i], new Confusion(found[i], members.length, accused[i], others.length));
  }

  /** What is found with any threshold; takes microseconds, for a threshold that is dragged. */
  public Confusion at(double threshold) {
    return new Confusion(
        members.length - below(members, threshold),
        members.length,
        others.length - below(others, threshold),
        others.length);
  }

  /** How many of the ascending values lie below a limit. */
  private static int below(double[] ascending, double limit) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The point of highest balanced accuracy; of equally good ones that of the highest threshold. It
   * was chosen on these very scores, so on fresh ones it will do a little worse.
   */
  public Point best() {
    // a score of infinity is reached by every threshold, so nobody can be spared then
    int first = thresholds.length > 1 && thresholds[1] == Double.POSITIVE_INFINITY ? 1 : 0;
    int best = first;
    for (int i = first + 1; i < thresholds.length; i++) {
      if (gain(i) > gain(best)) {
        best = i;
      }
    }
    return point(best);
  }

  private long gain(int i) {
    return (long) found[i] * others.length - (long) accused[i] * members.length;
  }

  /**
   * The area under the curve, in [0, 1]: the probability that a member has a higher score than a
   * non-member, where equal scores count half.
   */
  public double auc() {
    return auc;
  }

  /**
   * A confidence interval of the area by DeLong, DeLong and Clarke-Pearson, "Comparing the Areas
   * under Two or More Correlated Receiver Operating Characteristic Curves" (1988). Where members
   * and non-members are parted without an error that would be no interval at all; there it is that
   * of Clopper and Pearson for as many trials as the smaller group has members.
   *
   * @param level in (0, 1), for example 0.95
   */
  public ConfidenceInterval aucInterval(double level) {
    int smaller = Math.min(members.length, others.length);
    if (smaller < 2) {
      return new ConfidenceInterval(0, 1);
    }
    if (auc == 0 || auc == 1) {
      return ConfidenceInterval.clopperPearson((int) auc * smaller, smaller, level);
    }
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    double off = z * Math.sqrt(aucVariance());
    return new ConfidenceInterval(Math.max(0, auc - off), Math.min(1, auc + off));
  }

  /** DeLong's estimate of the variance of the area; NaN with fewer than two on either side. */
  public double aucVariance() {
    return spread(members, others) / members.length + spread(others, members) / others.length;
  }

  /** The variance, over the first group, of the share of the second that lies below. */
  private static double spread(double[] group, double[] against) {
    Estimate.Sum sum = new Estimate.Sum(0.5);
    for (double score : group) {
      int below = below(against, score);
      int same = below(against, Math.nextUp(score)) - below;
      if (score == Double.POSITIVE_INFINITY) {
        same = against.length - below;
      }
      sum.add((below + same / 2.0) / against.length);
    }
    Estimate estimate = sum.estimate();
    return group.length < 2 ? Double.NaN : estimate.deviation() * estimate.deviation();
  }

  /**
   * The largest share of members that can be found while at most this share of non-members is
   * accused; thresholds between the points are not mixed.
   *
   * @param falsePositiveRate in [0, 1]
   */
  public Point within(double falsePositiveRate) {
    int last = 0;
    while (last + 1 < thresholds.length
        && accused[last + 1] <= falsePositiveRate * others.length + 1e-9) {
      last++;
    }
    return point(last);
  }

  /** The share of members found at {@link #within}. */
  public double truePositiveRateAt(double falsePositiveRate) {
    return within(falsePositiveRate).confusion().truePositiveRate();
  }

  /**
   * The Clopper-Pearson interval of that share, the threshold taken as given. Where there are fewer
   * than 1 / falsePositiveRate non-members, nobody may be accused and the threshold is itself
   * uncertain, which the interval does not know.
   */
  public ConfidenceInterval truePositiveRateInterval(double falsePositiveRate, double level) {
    Confusion at = within(falsePositiveRate).confusion();
    return ConfidenceInterval.clopperPearson(at.found(), at.members(), level);
  }
}
