package epsilonlab.privacy.mean;

import epsilonlab.engine.Cancellation;
import java.util.SplittableRandom;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** One way to draw the scores of a repeat; all ways have the same distribution. */
public enum Simulation {
  /**
   * As the exercise writes it: n members and n non-members from N(0, I_d), the members' mean, noise
   * on it, and the scores &lt;z, noisy mean&gt;. 2 n d draws a repeat, and d more for the noise.
   */
  FAITHFUL("faithful") {
    @Override
    Trial draw(int n, int d, double variance, SplittableRandom random) {
      ContinuousSampler normal = normal(random);
      double[] members = new double[n * d];
      double[] published = new double[d];
      for (int i = 0; i < n; i++) {
        Cancellation.check();
        for (int j = 0; j < d; j++) {
          double x = normal.sample();
          members[i * d + j] = x;
          published[j] += x;
        }
      }
      double deviation = Math.sqrt(variance);
      double square = 0;
      for (int j = 0; j < d; j++) {
        published[j] /= n;
        if (deviation > 0) {
          published[j] += deviation * normal.sample();
        }
        square += published[j] * published[j];
      }
      double[] inside = new double[n];
      double[] outside = new double[n];
      for (int i = 0; i < n; i++) {
        Cancellation.check();
        double in = 0;
        double out = 0;
        for (int j = 0; j < d; j++) {
          in += members[i * d + j] * published[j];
          out += normal.sample() * published[j];
        }
        inside[i] = in;
        outside[i] = out;
      }
      return new Trial(Math.sqrt(square), inside, outside);
    }
  },
  /**
   * The exact reduction, 2 n + 3 draws a repeat whatever d is.
   *
   * <p>Let r be the length of the mean x̄ of n draws from N(0, I_d): n r² is chi-square with d
   * degrees of freedom. The residuals x_i - x̄ are independent of x̄, and their components in any
   * fixed direction are e_i - ē for independent standard normal e_i. With noise s g on the mean, g
   * from N(0, I_d), let a be the component of g in the direction of x̄, standard normal, and q the
   * squared length of the rest, chi-square with d - 1 degrees of freedom, all independent. Then the
   * published p = x̄ + s g has |p|² = (r + s a)² + s² q and &lt;x̄, p&gt; = r² + r s a. Given
   * these, a non-member's score &lt;y, p&gt; is |p| times a standard normal, and a member's is
   * &lt;x̄, p&gt; + |p| (e_i - ē).
   */
  REDUCED("reduced") {
    @Override
    Trial draw(int n, int d, double variance, SplittableRandom random) {
      double deviation = Math.sqrt(variance);
      double r = Math.sqrt(ChiSquare.draw(d, random) / n);
      double along = deviation == 0 ? 0 : deviation * random.nextGaussian();
      double across = deviation == 0 ? 0 : variance * ChiSquare.draw(d - 1, random);
      double norm = Math.sqrt((r + along) * (r + along) + across);
      double centre = r * (r + along);
      ContinuousSampler normal = normal(random);
      double[] inside = new double[n];
      double[] outside = new double[n];
      double mean = 0;
      for (int i = 0; i < n; i++) {
        inside[i] = normal.sample();
        mean += inside[i] / n;
        outside[i] = norm * normal.sample();
      }
      for (int i = 0; i < n; i++) {
        inside[i] = centre + norm * (inside[i] - mean);
      }
      return new Trial(norm, inside, outside);
    }
  };

  private final String id;

  Simulation(String id) {
    this.id = id;
  }

  /** The name in results. */
  public String id() {
    return id;
  }

  /**
   * Draws a repeat.
   *
   * @param n members, and as many non-members; at least 1
   * @param d dimension, at least 1
   * @param variance of the noise on each component of the mean, 0 or more
   */
  abstract Trial draw(int n, int d, double variance, SplittableRandom random);

  // a third faster than the generator's own, and nearly all the time goes into it
  private static ContinuousSampler normal(SplittableRandom random) {
    return ZigguratSampler.NormalizedGaussian.of(random::nextLong);
  }
}
