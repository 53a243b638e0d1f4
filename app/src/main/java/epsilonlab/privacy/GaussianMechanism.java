package epsilonlab.privacy;

import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Differential privacy of a published vector with N(0, sigma^2 I) on it: exactly, by Balle and
 * Wang, "Improving the Gaussian Mechanism for Differential Privacy" (2018), theorem 8.
 */
public final class GaussianMechanism {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double MOST_RATIO = 1e100;
  private static final int HALVINGS = 100;

  private GaussianMechanism() {}

  /**
   * The smallest delta for which the mechanism is (epsilon, delta)-private.
   *
   * @param ratio sensitivity / sigma, above 0
   */
  public static double delta(double epsilon, double ratio) {
    double half = ratio / 2;
    double shift = epsilon / ratio;
    double apart = half - shift;
    // e^epsilon Phi(-half - shift), of which the first overflows where the second underflows
    double second = Math.exp(-apart * apart / 2) * Erfcx.value((half + shift) / Math.sqrt(2)) / 2;
    return NORMAL.cumulativeProbability(apart) - second;
  }

  /**
   * The smallest epsilon for which the mechanism is (epsilon, delta)-private.
   *
   * @param ratio sensitivity / sigma, 0 or more; infinite without noise
   * @param delta in (0, 1)
   * @return 0 where even that holds, infinity without noise (or with so little that the numbers
   *     end)
   */
  public static double epsilon(double ratio, double delta) {
    if (ratio == 0) {
      return 0;
    }
    if (ratio > MOST_RATIO) {
      return Double.POSITIVE_INFINITY;
    }
    if (delta(0, ratio) <= delta) {
      return 0;
    }
    double low = 0;
    double high = 1;
    while (delta(high, ratio) > delta) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
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
   * The most sensitivity / sigma for which the mechanism is (epsilon, delta)-private.
   *
   * @param epsilon above 0
   * @param delta in (0, 1)
   */
  public static double ratio(double epsilon, double delta) {
    double high = 1;
    while (delta(epsilon, high) <= delta) {
      high *= 2;
    }
    double low = 0;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (delta(epsilon, middle) > delta) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
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
