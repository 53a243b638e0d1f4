package epsilonlab.privacy;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Where a share lies, with a given confidence.
 *
 * @param low lower end, in [0, 1]
 * @param high upper end, in [low, 1]
 */
public record ConfidenceInterval(double low, double high) {
  /** The usual confidence. */
  public static final double LEVEL = 0.95;

  /**
   * The two-sided interval of Clopper and Pearson, "The Use of Confidence or Fiducial Limits"
   * (1934): holds the true share with at least the given confidence, whatever it is.
   *
   * @param successes from 0 to {@code trials}
   * @param trials at least 1
   * @param level in (0, 1), for example 0.95
   */
  public static ConfidenceInterval clopperPearson(int successes, int trials, double level) {
    double tail = (1 - level) / 2;
    double low =
        successes == 0
            ? 0
            : BetaDistribution.of(successes, trials - successes + 1.0)
                .inverseCumulativeProbability(tail);
    double high =
        successes == trials
            ? 1
            : BetaDistribution.of(successes + 1.0, trials - successes)
                .inverseSurvivalProbability(tail);
    return new ConfidenceInterval(low, high);
  }

  /** Whether a value lies in it, the ends included. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
