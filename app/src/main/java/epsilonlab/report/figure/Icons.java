package epsilonlab.report.figure;

/**
 * The few signs that stand beside words, drawn in a square of {@code size} with its centre given.
 */
public final class Icons {
  private Icons() {}

  /** A tick: right. */
  public static void check(Pen pen, double x, double y, double size, int argb) {
    double u = size / 24;
    pen.polyline(
        new double[] {x - 8 * u, x - 3 * u, x + 8 * u},
        new double[] {y, y + 5 * u, y - 6 * u},
        3,
        new Stroke(Math.max(1.5, 2 * u), argb));
  }

  /** A triangle with an exclamation mark: fooled. */
  public static void warning(Pen pen, double x, double y, double size, int argb) {
    double u = size / 24;
    Stroke stroke = new Stroke(Math.max(1.3, 2 * u), argb);
    double top = y - 9 * u;
    double foot = y + 9 * u;
    pen.polyline(
        new double[] {x, x + 10.5 * u, x - 10.5 * u, x, x + 10.5 * u},
        new double[] {top, foot, foot, top, foot},
        5,
        stroke);
    pen.line(x, y - 3 * u, x, y + 2 * u, stroke);
    pen.fillCircle(x, y + 5.5 * u, Math.max(0.8, 1.2 * u), argb);
  }
}
