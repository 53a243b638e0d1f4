package epsilonlab.privacy.mean;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What the attack on a Gaussian mean should reach, by normal approximation.
 *
 * <p>Given the published p, a non-member's score &lt;y, p&gt; is N(0, |p|^2); a member's has almost
 * the same spread around &lt;x̄, p&gt;. With as many of each the best threshold lies half way, and
 * the attack is right with probability Phi(&lt;x̄, p&gt; / (2 |p|)). For the typical |x̄|^2 = d / n
 * and noise of variance s^2 on each component, that is Phi(sqrt(d) / (2 n sqrt(1 / n + s^2))), and
 * Phi(sqrt(d / n) / 2) without noise.
 */
public final class Theory {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Theory() {}

  /**
   * The accuracy on fresh data with the best threshold, in [0.5, 1].
   *
   * @param n people in the mean
   * @param d dimension
   * @param variance of the noise on each component of the mean
   */
  public static double accuracy(int n, double d, double variance) {
    return NORMAL.cumulativeProbability(distance(n, d, variance) / 2);
  }

  /** How many standard deviations members' scores lie above those of non-members. */
  public static double distance(int n, double d, double variance) {
    return Math.sqrt(d) / (n * Math.sqrt(1.0 / n + variance));
  }
}
