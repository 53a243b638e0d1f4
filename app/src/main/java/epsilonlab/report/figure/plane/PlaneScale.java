package epsilonlab.report.figure.plane;

import java.util.Arrays;

/** Where the plane's points stand in a picture of a certain size, whose own y points down. */
public final class PlaneScale {
  private final PlaneWindow window;
  private final double width;
  private final double height;
  private final double unitX;
  private final double unitY;

  /** For a picture of this size in logical pixels; sizes under 1 count as 1. */
  public PlaneScale(PlaneWindow window, double width, double height) {
    this.window = window;
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    double x = this.width / (window.right() - window.left());
    double y = this.height / (window.top() - window.bottom());
    unitX = window.equal() ? Math.min(x, y) : x;
    unitY = window.equal() ? unitX : y;
  }

  /** From the left edge of the picture. */
  public double px(double x) {
    return width / 2 + (x - (window.left() + window.right()) / 2) * unitX;
  }

  /** From the upper edge of the picture. */
  public double py(double y) {
    return height / 2 - (y - (window.bottom() + window.top()) / 2) * unitY;
  }

  /** The plane's x at so many pixels from the left. */
  public double x(double px) {
    return (window.left() + window.right()) / 2 + (px - width / 2) / unitX;
  }

  /** The plane's y at so many pixels from the top. */
  public double y(double py) {
    return (window.bottom() + window.top()) / 2 - (py - height / 2) / unitY;
  }

  /** Pixels a unit of x. */
  public double unitX() {
    return unitX;
  }

  /** Pixels a unit of y. */
  public double unitY() {
    return unitY;
  }

  /** The least x that is seen. */
  public double left() {
    return x(0);
  }

  /** The largest x that is seen. */
  public double right() {
    return x(width);
  }

  /** The least y that is seen. */
  public double bottom() {
    return y(height);
  }

  /** The largest y that is seen. */
  public double top() {
    return y(0);
  }

  /** The picture's width in logical pixels. */
  public double width() {
    return width;
  }

  /** The picture's height in logical pixels. */
  public double height() {
    return height;
  }

  /**
   * The part of the plane that is seen where {@code a x + b y + c} is 0 or more.
   *
   * @return x and y of its corners, none where nothing of it is seen
   */
  double[][] clip(double a, double b, double c) {
    double[] xs = {left(), right(), right(), left()};
    double[] ys = {bottom(), bottom(), top(), top()};
    double[] outX = new double[8];
    double[] outY = new double[8];
    int n = 0;
    // Sutherland and Hodgman (1974) with a single edge
    for (int i = 0; i < 4; i++) {
      int j = (i + 1) % 4;
      double here = a * xs[i] + b * ys[i] + c;
      double next = a * xs[j] + b * ys[j] + c;
      if (here >= 0) {
        outX[n] = xs[i];
        outY[n++] = ys[i];
      }
      if (here >= 0 != next >= 0) {
        double share = here / (here - next);
        outX[n] = xs[i] + share * (xs[j] - xs[i]);
        outY[n++] = ys[i] + share * (ys[j] - ys[i]);
      }
    }
    return new double[][] {Arrays.copyOf(outX, n), Arrays.copyOf(outY, n)};
  }

  /**
   * The part of the line {@code a x + b y + c = 0} that is seen.
   *
   * @return x1, y1, x2, y2; empty where none of it is seen
   */
  public double[] chord(double a, double b, double c) {
    double[] xs = {left(), right(), right(), left()};
    double[] ys = {bottom(), bottom(), top(), top()};
    double[] ends = new double[4];
    int found = 0;
    for (int i = 0; i < 4 && found < 2; i++) {
      int j = (i + 1) % 4;
      double here = a * xs[i] + b * ys[i] + c;
      double next = a * xs[j] + b * ys[j] + c;
      if (here >= 0 != next >= 0) {
        double share = here / (here - next);
        ends[2 * found] = xs[i] + share * (xs[j] - xs[i]);
        ends[2 * found + 1] = ys[i] + share * (ys[j] - ys[i]);
        found++;
      }
    }
    return found == 2 ? ends : new double[0];
  }

  double[] px(double[] xs) {
    double[] out = new double[xs.length];
    Arrays.setAll(out, i -> px(xs[i]));
    return out;
  }

  double[] py(double[] ys) {
    double[] out = new double[ys.length];
    Arrays.setAll(out, i -> py(ys[i]));
    return out;
  }
}
