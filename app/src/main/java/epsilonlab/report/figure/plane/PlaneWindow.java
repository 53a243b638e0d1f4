package epsilonlab.report.figure.plane;

/**
 * The part of the plane that a drawing must show.
 *
 * @param left the least x
 * @param right the largest x
 * @param bottom the least y
 * @param top the largest y
 * @param equal whether both axes have the same scale, so that a circle is round; the drawing then
 *     shows more than was asked for on one of them
 */
public record PlaneWindow(double left, double right, double bottom, double top, boolean equal) {
  /** With the same scale on both axes. */
  public static PlaneWindow equal(double left, double right, double bottom, double top) {
    return new PlaneWindow(left, right, bottom, top, true);
  }

  /** With a scale of its own on each axis. */
  public static PlaneWindow stretched(double left, double right, double bottom, double top) {
    return new PlaneWindow(left, right, bottom, top, false);
  }
}
