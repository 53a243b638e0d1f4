package epsilonlab.report.figure;

/** An upright arrow with a head at both ends; nothing where there is no room for it. */
final class DoubleArrow {
  private static final double HEAD = 5;

  private DoubleArrow() {}

  static void draw(Pen pen, double x, double top, double bottom, double width, int argb) {
    if (bottom - top < 2 * HEAD) {
      return;
    }
    Stroke stroke = new Stroke(width, argb);
    pen.line(x, top, x, bottom, stroke);
    double half = HEAD * 0.8;
    head(pen, x, top, half, HEAD, stroke);
    head(pen, x, bottom, half, -HEAD, stroke);
  }

  private static void head(Pen pen, double x, double y, double half, double down, Stroke stroke) {
    pen.polyline(
        new double[] {x - half, x, x + half}, new double[] {y + down, y, y + down}, 3, stroke);
  }
}
