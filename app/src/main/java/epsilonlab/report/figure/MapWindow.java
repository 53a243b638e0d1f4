package epsilonlab.report.figure;

import java.util.Arrays;

/**
 * Which part of a plane a map shows, at the same scale along both axes.
 *
 * @param left the least x
 * @param right the largest x
 * @param bottom the least y
 * @param top the largest y
 */
public record MapWindow(double left, double right, double bottom, double top) {
  private static final double OUTLIERS = 0.003;
  private static final double STEP = 0.5;
  private static final double LEAST = 3;

  /**
   * A window around most of the points: a few in a thousand on each side may lie outside. It
   * reaches at least {@value #LEAST} to all sides, where a unit Gaussian is, and ends at round
   * numbers, so that it stays while a network learns.
   *
   * @param places N x 2: x, y
   */
  public static MapWindow around(float[] places) {
    double[] x = ends(places, 0);
    double[] y = ends(places, 1);
    return new MapWindow(x[0], x[1], y[0], y[1]);
  }

  private static double[] ends(float[] places, int axis) {
    float[] all = new float[places.length / 2];
    for (int i = 0; i < all.length; i++) {
      all[i] = places[2 * i + axis];
    }
    Arrays.sort(all);
    int cut = (int) (OUTLIERS * all.length);
    double low = all.length == 0 ? 0 : all[cut];
    double high = all.length == 0 ? 0 : all[all.length - 1 - cut];
    return new double[] {
      Math.min(-LEAST, Math.floor(low / STEP) * STEP),
      Math.max(LEAST, Math.ceil(high / STEP) * STEP)
    };
  }

  /** Logical pixels a unit, so that all of the window fits. */
  double scale(double width, double height) {
    return Math.min(width / (right - left), height / (top - bottom));
  }

  /** Where an x of the plane stands in a picture. */
  public double toPictureX(double x, double width, double height) {
    return width / 2 + (x - (left + right) / 2) * scale(width, height);
  }

  /** Where a y of the plane stands in a picture, whose own y points down. */
  public double toPictureY(double y, double width, double height) {
    return height / 2 - (y - (bottom + top) / 2) * scale(width, height);
  }

  /** The x of the plane at a place of the picture. */
  public double toPlaneX(double x, double width, double height) {
    return (left + right) / 2 + (x - width / 2) / scale(width, height);
  }

  /** The y of the plane at a place of the picture. */
  public double toPlaneY(double y, double width, double height) {
    return (bottom + top) / 2 - (y - height / 2) / scale(width, height);
  }
}
