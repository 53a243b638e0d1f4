package epsilonlab.privacy.dpsgd;

import epsilonlab.engine.LabException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Adds up what the steps of DP-SGD cost, by Rényi differential privacy (Mironov, 2017): the
 * divergences of the steps add up, and the best order gives (epsilon, delta). The orders are those
 * of Google's dp-accounting; the conversion is that of Canonne, Kamath and Steinke, "The Discrete
 * Gaussian for Differential Privacy" (2020), proposition 12, and the bound by the Kullback-Leibler
 * divergence where that is better.
 *
 * <p>What it says holds for data sets that differ by one record that is added or removed, and for
 * batches in which every record is drawn independently.
 */
public final class RdpAccountant {
  private static final double[] ORDERS =
      DoubleStream.concat(
              IntStream.range(1, 100).mapToDouble(x -> 1 + x / 10.0),
              DoubleStream.concat(
                  IntStream.range(11, 64).asDoubleStream(), DoubleStream.of(128, 256, 512, 1024)))
          .toArray();

  // at the lowest orders the conversion is unstable, and never the best
  private static final double LEAST_ORDER = 1.01;
  private static final double LEAST_NOISE = 0.01;
  private static final double MOST_NOISE = 1e7;
  private static final double PRECISION = 1e-6;

  private final double[] ofOneStep;

  /**
   * For steps that are all alike.
   *
   * @param q the probability with which a record takes part in a step, in (0, 1]
   * @param noiseMultiplier standard deviation of the noise over the clipping norm, 0 or more
   */
  public RdpAccountant(double q, double noiseMultiplier) {
    if (!(q > 0 && q <= 1)) {
      throw new IllegalArgumentException("sampling rate " + q);
    }
    if (!(noiseMultiplier >= 0)) {
      throw new IllegalArgumentException("noise multiplier " + noiseMultiplier);
    }
    SampledGaussian step = new SampledGaussian(q, noiseMultiplier);
    this.ofOneStep =
        noiseMultiplier < LEAST_NOISE
            // no promise worth the name, and the sums overflow
            ? DoubleStream.of(ORDERS).map(any -> Double.POSITIVE_INFINITY).toArray()
            : DoubleStream.of(ORDERS).map(step::rdp).toArray();
  }

  /**
   * The epsilon that holds with this delta after some steps.
   *
   * @param delta in (0, 1)
   * @return 0 or more; infinite with (almost) no noise
   */
  public double epsilon(long steps, double delta) {
    if (steps == 0) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < ORDERS.length; i++) {
      best = Math.min(best, epsilon(ORDERS[i], steps * ofOneStep[i], delta));
    }
    return Math.max(0, best);
  }

  private static double epsilon(double order, double rdp, double delta) {
    // delta <= sqrt(1 - exp(-KL)) (Bretagnolle and Huber)
    if (delta * delta + Math.expm1(-rdp) > 0) {
      return 0;
    }
    return order <= LEAST_ORDER
        ? Double.POSITIVE_INFINITY
        : rdp + Math.log1p(-1 / order) - Math.log(delta * order) / (order - 1);
  }

  /**
   * The least noise multiplier with which so many steps stay within (epsilon, delta).
   *
   * @param q the probability with which a record takes part in a step, in (0, 1]
   * @param steps 1 or more
   * @param delta in (0, 1)
   * @param epsilon above 0
   * @throws LabException if this accountant cannot show so small an epsilon
   */
  public static double noiseMultiplier(double q, long steps, double delta, double epsilon) {
    if (new RdpAccountant(q, LEAST_NOISE).epsilon(steps, delta) <= epsilon) {
      return LEAST_NOISE;
    }
    double low = LEAST_NOISE;
    double high = 1;
    while (new RdpAccountant(q, high).epsilon(steps, delta) > epsilon) {
      low = high;
      high *= 2;
      if (high > MOST_NOISE) {
        throw new LabException(
            "No noise gives an epsilon of "
                + epsilon
                + " at delta "
                + delta
                + " that the accountant could show; choose a larger epsilon, for example 1.");
      }
    }
    while (high / low > 1 + PRECISION) {
      double middle = Math.sqrt(low * high);
      if (new RdpAccountant(q, middle).epsilon(steps, delta) > epsilon) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The orders that it tries, rising but for the step from tenths to whole numbers. */
  static double[] orders() {
    return ORDERS.clone();
  }

  @Override
  public String toString() {
    return "RdpAccountant" + Arrays.toString(ofOneStep);
  }
}
