package epsilonlab.privacy;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Differential privacy of a published vector with N(0, sigma^2 I) on it: exactly, by Balle and
 * Wang, "Improving the Gaussian Mechanism for Differential Privacy" (2018), theorem 8.
 */
public final class GaussianMechanism {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double MOST_EPSILON = 1e6;

  private GaussianMechanism() {}

  /**
   * The smallest delta for which the mechanism is (epsilon, delta)-private.
   *
   * @param ratio sensitivity / sigma, above 0
   */
  public static double delta(double epsilon, double ratio) {
    double half = ratio / 2;
    double shift = epsilon / ratio;
    double tail = NORMAL.cumulativeProbability(-half - shift);
    // e^epsilon overflows where the tail underflows
    double second = tail == 0 ? 0 : Math.exp(epsilon + Math.log(tail));
    return NORMAL.cumulativeProbability(half - shift) - second;
  }

  /**
   * The smallest epsilon for which the mechanism is (epsilon, delta)-private.
   *
   * @param ratio sensitivity / sigma, 0 or more; infinite without noise
   * @param delta in (0, 1)
   * @return 0 where even that holds, infinity without noise
   */
  public static double epsilon(double ratio, double delta) {
    if (ratio == 0 || Double.isInfinite(ratio)) {
      return ratio;
    }
    if (delta(0, ratio) <= delta) {
      return 0;
    }
    double low = 0;
    double high = 1;
    while (delta(high, ratio) > delta) {
      low = high;
      high *= 2;
      if (high > MOST_EPSILON) {
        return Double.POSITIVE_INFINITY;
      }
    }
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (delta(middle, ratio) > delta) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /**
   * The sensitivity of the mean of n vectors when one of them is replaced by another: 2 R / n, if
   * every vector is no longer than R. Gaussian data are not bounded; for them R = sqrt(d) is the
   * typical length, and the guarantee holds only for data clipped to it.
   */
  public static double sensitivityOfMean(int n, double radius) {
    return 2 * radius / n;
  }
}
