package epsilonlab.privacy.mean;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/** The sum of squares of independent standard normal numbers. */
final class ChiSquare {
  private ChiSquare() {}

  /**
   * Draws one.
   *
   * @param degrees of freedom, 0 or more; 0 gives 0
   */
  static double draw(int degrees, SplittableRandom random) {
    if (degrees == 0) {
      return 0;
    }
    UniformRandomProvider source = random::nextLong;
    return AhrensDieterMarsagliaTsangGammaSampler.of(source, degrees / 2.0, 2).sample();
  }
}
