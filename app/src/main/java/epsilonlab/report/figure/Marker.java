package epsilonlab.report.figure;

/** The sign at the points of a series. */
public enum Marker {
  NONE,
  DOT,
  RING,
  SQUARE,
  TRIANGLE,
  DIAMOND;

  /** Draws the sign with a rim of the ground, so that it stands out of its own line. */
  public void draw(Pen pen, double x, double y, double radius, int argb, int ground) {
    switch (this) {
      case NONE -> {}
      case DOT -> {
        pen.fillCircle(x, y, radius + 1, ground);
        pen.fillCircle(x, y, radius, argb);
      }
      case RING -> {
        pen.fillCircle(x, y, radius, ground);
        pen.strokeCircle(x, y, radius - 0.75, 1.5, argb);
      }
      case SQUARE -> pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius, argb);
      case TRIANGLE -> polygon(pen, x, y, radius * 1.25, 3, argb);
      case DIAMOND -> polygon(pen, x, y, radius * 1.25, 4, argb);
    }
  }

  private static void polygon(Pen pen, double x, double y, double radius, int n, int argb) {
    double[] xs = new double[n];
    double[] ys = new double[n];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n;
      xs[i] = x + radius * Math.sin(angle);
      ys[i] = y - radius * Math.cos(angle);
    }
    pen.fillPolygon(xs, ys, n, argb);
  }
}
