package epsilonlab.attack;

import epsilonlab.engine.LabException;
import java.util.Locale;

/** The radius of an attack's ball, in units of the pixel range [0, 1]. */
public final class Epsilon {
  private Epsilon() {}

  /**
   * Checks a radius in some norm for 28 x 28 images or larger ones.
   *
   * @throws LabException if no image in [0, 1] is that far from another
   */
  public static double check(double epsilon, Norm norm, long pixels) {
    if (norm == Norm.LINF) {
      return check(epsilon);
    }
    if (!(epsilon >= 0 && epsilon <= norm.most(pixels))) {
      throw new LabException(
          String.format(
              Locale.ROOT,
              "Epsilon is %s, but is %s (%s) here, so it must be from 0 to %.0f.",
              epsilon,
              norm.meaning(),
              norm.symbol(),
              norm.most(pixels)));
    }
    return epsilon;
  }

  /**
   * Checks a radius of the largest change of a pixel.
   *
   * @throws LabException if it is not in [0, 1]
   */
  public static double check(double epsilon) {
    if (!(epsilon >= 0 && epsilon <= 1)) {
      throw new LabException(
          "Epsilon is " + epsilon + ", but pixels are in [0, 1], so it must be from 0 to 1.");
    }
    return epsilon;
  }
}
