package epsilonlab.report.figure;

import epsilonlab.privacy.Roc;

/**
 * Scores of members and non-members counted into bins of equal, round width; immutable, so that a
 * threshold can be dragged over them without counting again.
 */
public final class ScoreBins {
  private static final int WANTED = 56;
  // so much of either tail may lie beyond the axis, and is counted in the outermost bins
  private static final double TAIL = 0.02;
  private static final double ROOM = 0.25;

  private final Roc roc;
  private final double low;
  private final double width;
  private final int[] members;
  private final int[] others;

  private ScoreBins(Roc roc, double low, double width, int count) {
    this.roc = roc;
    this.low = low;
    this.width = width;
    this.members = count(roc.memberScores(), count);
    this.others = count(roc.otherScores(), count);
  }

  /** About 56 bins over the scores; a few far ones are counted in the first and the last bin. */
  public static ScoreBins of(Roc roc) {
    double[] range = range(roc);
    double width = Ticks.step((range[1] - range[0]) / WANTED);
    double low = Math.floor(range[0] / width + 1e-9) * width;
    int count = (int) Math.max(1, Math.floor((range[1] - low) / width + 1e-9) + 1);
    return new ScoreBins(roc, low, width, count);
  }

  private static double[] range(Roc roc) {
    double[] in = roc.memberScores();
    double[] out = roc.otherScores();
    double inner = Math.min(quantile(in, TAIL), quantile(out, TAIL));
    double outer = Math.max(quantile(in, 1 - TAIL), quantile(out, 1 - TAIL));
    double room = ROOM * (outer - inner);
    double least = Math.min(finite(in, true), finite(out, true));
    double most = Math.max(finite(in, false), finite(out, false));
    double low = Math.max(least, inner - room);
    double high = Math.min(most, outer + room);
    if (!(low < high)) {
      double middle = Double.isFinite(low) ? low : Double.isFinite(high) ? high : 0;
      double half = Math.max(0.5, Math.abs(middle) * 1e-3);
      return new double[] {middle - half, middle + half};
    }
    return new double[] {low, high};
  }

  /** A quantile of the finite ones of ascending values; infinite if there are none. */
  private static double quantile(double[] ascending, double share) {
    double[] finite = java.util.Arrays.stream(ascending).filter(Double::isFinite).toArray();
    return finite.length == 0
        ? (share < 0.5 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY)
        : finite[(int) Math.round(share * (finite.length - 1))];
  }

  private static double finite(double[] ascending, boolean least) {
    return quantile(ascending, least ? 0 : 1);
  }

  private int[] count(double[] scores, int bins) {
    int[] counts = new int[bins];
    for (double score : scores) {
      counts[index(score, bins)]++;
    }
    return counts;
  }

  private int index(double score, int bins) {
    double place = Math.floor((score - low) / width + 1e-9);
    return (int) Math.max(0, Math.min(bins - 1, place));
  }

  /** The scores themselves. */
  public Roc roc() {
    return roc;
  }

  /** How many bins there are. */
  public int size() {
    return members.length;
  }

  /** The bin in which a score is counted. */
  public int indexOf(double score) {
    return index(score, members.length);
  }

  /** The lower end of a bin; of {@link #size} the upper end of the last one. */
  public double edge(int bin) {
    return low + bin * width;
  }

  /** How many members fell into a bin. */
  public int members(int bin) {
    return members[bin];
  }

  /** How many non-members fell into a bin. */
  public int others(int bin) {
    return others[bin];
  }

  /** The share of all members, or else of all non-members, that fell into a bin. */
  double share(int bin, boolean ofMembers) {
    return ofMembers ? (double) members[bin] / roc.members() : (double) others[bin] / roc.others();
  }

  /** The largest share of a bin. */
  double highest() {
    double highest = 0;
    for (int i = 0; i < members.length; i++) {
      highest = Math.max(highest, Math.max(share(i, true), share(i, false)));
    }
    return highest;
  }
}
