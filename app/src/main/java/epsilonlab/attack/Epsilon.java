package epsilonlab.attack;

import epsilonlab.engine.LabException;

/** The radius of an attack's ball, in units of the pixel range [0, 1]. */
public final class Epsilon {
  private Epsilon() {}

  /**
   * Checks a radius.
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
