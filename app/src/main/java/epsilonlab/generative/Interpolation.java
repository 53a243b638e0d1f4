package epsilonlab.generative;

/** Points on the straight line between two points of a latent space. */
public final class Interpolation {
  private Interpolation() {}

  /**
   * Evenly spaced points; the first and the last are exactly the two ends.
   *
   * @param steps at least 2, with both ends
   * @return steps x latent, row by row
   */
  public static float[] line(float[] from, float[] to, int steps) {
    if (steps < 2 || from.length != to.length) {
      throw new IllegalArgumentException(
          steps + " steps between " + from.length + " and " + to.length + " numbers");
    }
    float[] points = new float[steps * from.length];
    for (int step = 0; step < steps; step++) {
      float share = step / (float) (steps - 1);
      for (int i = 0; i < from.length; i++) {
        points[step * from.length + i] = (1 - share) * from[i] + share * to[i];
      }
    }
    return points;
  }
}
