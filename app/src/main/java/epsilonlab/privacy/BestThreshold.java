package epsilonlab.privacy;

import java.util.Arrays;

/**
 * The threshold on a score that tells members from non-members best: whoever's score is at least
 * the threshold is said to be a member.
 *
 * @param threshold one of the scores, or infinity where it is best to call nobody a member (or only
 *     those whose score is infinite, if there are such)
 * @param right how many of all are judged rightly with it
 * @param of how many there are
 */
public record BestThreshold(double threshold, int right, int of) {

  /** The share of right judgements, in [0.5, 1] where there are as many members as others. */
  public double accuracy() {
    return (double) right / of;
  }

  /**
   * Tries every threshold there is; among equally good ones the largest. Equal scores cannot be
   * told apart, so they always fall on the same side.
   *
   * @param members scores, not NaN; the array is sorted
   * @param others scores, not NaN; the array is sorted
   * @throws IllegalArgumentException if a score is NaN
   */
  public static BestThreshold of(double[] members, double[] others) {
    sort(members);
    sort(others);
    int m = members.length - 1;
    int o = others.length - 1;
    double threshold = Double.POSITIVE_INFINITY;
    int right = others.length;
    // no threshold lies above a score of infinity
    for (; m >= 0 && members[m] == threshold; m--) {
      right++;
    }
    for (; o >= 0 && others[o] == threshold; o--) {
      right--;
    }
    int best = right;
    while (m >= 0 || o >= 0) {
      double value = m < 0 ? others[o] : o < 0 ? members[m] : Math.max(members[m], others[o]);
      while (m >= 0 && members[m] == value) {
        right++;
        m--;
      }
      while (o >= 0 && others[o] == value) {
        right--;
        o--;
      }
      if (right > best) {
        best = right;
        threshold = value;
      }
    }
    return new BestThreshold(threshold, best, members.length + others.length);
  }

  private static void sort(double[] scores) {
    Arrays.sort(scores);
    // NaN comes last, and no threshold would ever reach it
    if (scores.length > 0 && Double.isNaN(scores[scores.length - 1])) {
      throw new IllegalArgumentException("scores must be numbers");
    }
  }

  /**
   * How many of these are judged rightly with a threshold that was found elsewhere.
   *
   * @param members scores of members
   * @param others scores of non-members
   */
  public static int right(double threshold, double[] members, double[] others) {
    int right = 0;
    for (double score : members) {
      if (score >= threshold) {
        right++;
      }
    }
    for (double score : others) {
      if (score < threshold) {
        right++;
      }
    }
    return right;
  }
}
