package epsilonlab.theory.discriminator;

import java.util.stream.IntStream;

/**
 * What a discriminator can achieve between real data with density p and generated data with density
 * q: V(D) = E_p[log D] + E_q[log(1 - D)], at most V(D*) = 2 JSD(p, q) - log 4 with D* = p / (p +
 * q). Natural logarithms.
 *
 * @param p of real data
 * @param q of generated data, on the same cells
 */
public record DiscriminatorGame(CellDensity p, CellDensity q) {
  // a D that only rounding takes to 1 must not cost an infinite loss
  private static final double MOST = Math.nextDown(1.0);

  /** Refuses densities on different cells. */
  public DiscriminatorGame {
    if (p.cells() != q.cells() || p.from() != q.from() || p.to() != q.to()) {
      throw new IllegalArgumentException("densities on different cells");
    }
  }

  /** D* = p / (p + q) by cell; 1/2 where neither ever is, and any value would do. */
  public double[] best() {
    return IntStream.range(0, p.cells())
        .mapToDouble(
            k -> {
              double both = p.mass()[k] + q.mass()[k];
              double share = both == 0 ? 0.5 : p.mass()[k] / both;
              return q.mass()[k] > 0 ? Math.min(share, MOST) : share;
            })
        .toArray();
  }

  /**
   * V(D).
   *
   * @param d one value in [0, 1] a cell
   * @return minus infinity where D is 0 on real or 1 on generated data
   */
  public double value(double[] d) {
    double sum = 0;
    for (int k = 0; k < d.length; k++) {
      sum += weighed(p.mass()[k], Math.log(d[k])) + weighed(q.mass()[k], Math.log1p(-d[k]));
    }
    return sum;
  }

  /** The Jensen-Shannon divergence: the mean of the divergences of p and q from their mean. */
  public double jensenShannon() {
    double sum = 0;
    for (int k = 0; k < p.cells(); k++) {
      double mean = (p.mass()[k] + q.mass()[k]) / 2;
      sum += weighed(p.mass()[k], Math.log(p.mass()[k] / mean)) / 2;
      sum += weighed(q.mass()[k], Math.log(q.mass()[k] / mean)) / 2;
    }
    return sum;
  }

  /** V(D*) = 2 JSD - log 4. */
  public double bestValue() {
    return 2 * jensenShannon() - Math.log(4);
  }

  /** 1 / (1 + exp(-z)), strictly between 0 and 1. */
  static double sigmoid(double z) {
    return Math.max(Double.MIN_NORMAL, Math.min(1 / (1 + Math.exp(-z)), MOST));
  }

  // 0 log 0 is 0
  private static double weighed(double mass, double logarithm) {
    return mass == 0 ? 0 : mass * logarithm;
  }
}
