package epsilonlab.defence;

import epsilonlab.engine.LabException;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How a classifier is smoothed and certified.
 *
 * @param sigma the standard deviation of the noise in every pixel, above 0, at most 10
 * @param choosing how many noisy copies choose the class, at least 1
 * @param samples how many others estimate its probability, at least 1
 * @param alpha the chance that a certificate is wrong, in (0, 0.5)
 */
public record SmoothingSettings(double sigma, int choosing, int samples, double alpha) {
  /** As many as Cohen et al. use to choose. */
  public static final int CHOOSING = 100;

  private static final double MOST_SIGMA = 10;
  private static final int MOST_SAMPLES = 1_000_000;

  /**
   * Checks the values.
   *
   * @throws LabException if one is out of its range
   */
  public SmoothingSettings {
    if (!(sigma > 0 && sigma <= MOST_SIGMA)) {
      throw new LabException(
          "Sigma is %s, but must be above 0 and at most %.0f.".formatted(sigma, MOST_SIGMA));
    }
    if (choosing < 1) {
      throw new LabException(
          "The number of samples to choose the answer is " + choosing + ", but must be 1 or more.");
    }
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw new LabException(
          "The number of samples is %d, but must be from 1 to %d."
              .formatted(samples, MOST_SAMPLES));
    }
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new LabException(
          "Alpha is %s, but is the chance of a wrong certificate and must be above 0 and below 0.5."
              .formatted(alpha));
    }
  }

  /**
   * The radius that so many samples of the class certify: sigma times the normal quantile of the
   * lower bound of its probability (Cohen et al., 2019, theorem 1 with its corollary for two
   * classes); negative infinity or below 0 where the smoothed classifier abstains.
   */
  double radius(int ofClass) {
    double probability = Proportion.lowerBound(ofClass, samples, alpha);
    return sigma * NormalDistribution.of(0, 1).inverseCumulativeProbability(probability);
  }

  /** The radius if every sample has the class: no certificate reaches further. */
  public double largestRadius() {
    return radius(samples);
  }
}
