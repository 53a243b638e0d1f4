package epsilonlab.defence;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** What some successes among independent trials say of the probability of success. */
final class Proportion {
  private Proportion() {}

  /**
   * The lower end of the one-sided confidence interval of Clopper and Pearson, "The Use of
   * Confidence or Fiducial Limits Illustrated in the Case of the Binomial" (1934): whatever the
   * probability is, this exceeds it with a chance of at most {@code alpha}.
   *
   * @param successes from 0 to {@code trials}
   * @param trials at least 1
   * @param alpha in (0, 1)
   */
  static double lowerBound(int successes, int trials, double alpha) {
    return successes == 0
        ? 0
        : BetaDistribution.of(successes, trials - successes + 1.0)
            .inverseCumulativeProbability(alpha);
  }

  /**
   * The two-sided exact test of as many successes as failures: the probability that fair coins part
   * at least as far.
   */
  static double fairCoinPValue(int successes, int trials) {
    int more = Math.max(successes, trials - successes);
    // P(X >= more) of a binomial is a beta distribution's
    double tail =
        2 * more == trials
            ? 1
            : BetaDistribution.of(more, trials - more + 1.0).cumulativeProbability(0.5);
    return Math.min(1, 2 * tail);
  }
}
