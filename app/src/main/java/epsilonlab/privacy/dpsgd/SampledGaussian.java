package epsilonlab.privacy.dpsgd;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * Rényi differential privacy of one step of the sampled Gaussian mechanism: every record takes part
 * with probability q, independently, and N(0, sigma^2 I) is put on a sum of vectors no longer than
 * 1. Mironov, Talwar and Zhang, "Rényi Differential Privacy of the Sampled Gaussian Mechanism"
 * (2019), section 3.3; neighbouring data sets differ by one record that is added or removed.
 *
 * <p>At fractional orders Google's dp-accounting adds the magnitudes of a series whose terms
 * alternate, and so says up to a per cent more; here it is the divergence itself.
 */
final class SampledGaussian {
  private static final double NEGLIGIBLE = -30;
  private static final int MOST_TERMS = 200_000;
  // below this, what cancels in the alternating series is most of what is left
  private static final double LEAST_OF_SERIES = 1e-10;
  private static final double LARGE = 30;

  private final double q;
  private final double sigma;

  /**
   * @param q the probability of taking part, in (0, 1]
   * @param sigma noise over sensitivity, above 0
   */
  SampledGaussian(double q, double sigma) {
    this.q = q;
    this.sigma = sigma;
  }

  /**
   * The Rényi divergence.
   *
   * @param order alpha, above 1
   */
  double rdp(double order) {
    if (q == 1) {
      return order / (2 * sigma * sigma);
    }
    double log = order == Math.rint(order) ? ofWhole((int) order) : between(order);
    return log / (order - 1);
  }

  // log of E[(density ratio)^order] for a whole order: the binomial sum, less its value without
  // the exponentials, which is 1
  private double ofWhole(int order) {
    if (order == 1) {
      return 0;
    }
    double log = Double.NEGATIVE_INFINITY;
    double choose = 0;
    for (int i = 1; i <= order; i++) {
      choose += Math.log((double) (order - i + 1) / i);
      double exponent = (double) i * (i - 1) / (2 * sigma * sigma);
      log =
          plus(
              log,
              choose + i * Math.log(q) + (order - i) * Math.log1p(-q) + logExpMinusOne(exponent));
    }
    return log > LARGE ? log : Math.log1p(Math.exp(log));
  }

  private static double logExpMinusOne(double x) {
    return x > LARGE ? x : Math.log(Math.expm1(x));
  }

  private double between(double order) {
    int below = (int) Math.floor(order);
    double share = order - below;
    // the log is convex in the order
    double bound = (1 - share) * ofWhole(below) + share * ofWhole(below + 1);
    double log = series(order);
    return log >= LEAST_OF_SERIES ? Math.min(log, bound) : bound;
  }

  // the two infinite sums of section 3.3, positive and negative terms apart
  private double series(double order) {
    double z = sigma * sigma * Math.log(1 / q - 1) + 0.5;
    double added = Double.NEGATIVE_INFINITY;
    double taken = Double.NEGATIVE_INFINITY;
    double choose = 0;
    boolean positive = true;
    for (int i = 0; i < MOST_TERMS; i++) {
      double j = order - i;
      double left = term(choose, i, j, (i - z) / (Math.sqrt(2) * sigma), i);
      double right = term(choose, j, i, (z - j) / (Math.sqrt(2) * sigma), j);
      double both = plus(left, right);
      if (positive) {
        added = plus(added, both);
      } else {
        taken = plus(taken, both);
      }
      if (i > order && both < NEGLIGIBLE) {
        break;
      }
      choose += Math.log(Math.abs(j) / (i + 1));
      positive ^= j < 0;
    }
    return added + Math.log1p(-Math.exp(taken - added));
  }

  private double term(double choose, double ofQ, double ofRest, double tail, double power) {
    return choose
        + ofQ * Math.log(q)
        + ofRest * Math.log1p(-q)
        + (power * power - power) / (2 * sigma * sigma)
        + logHalfErfc(tail);
  }

  private static double logHalfErfc(double x) {
    return x > 0 ? Math.log(Erfcx.value(x) / 2) - x * x : Math.log(Erfc.value(x) / 2);
  }

  private static double plus(double a, double b) {
    double larger = Math.max(a, b);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
  }
}
