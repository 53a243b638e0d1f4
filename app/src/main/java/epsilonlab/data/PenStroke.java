package epsilonlab.data;

/** A polyline with the pen's position at each point, in the units of whoever made it. */
record PenStroke(double[] x, double[] y) {
  private static final int STEPS = 4;

  /** Samples the smooth curve (Catmull-Rom) through control points; a doubled point is a corner. */
  static PenStroke through(double[] points) {
    int count = points.length / 2;
    int samples = (count - 1) * STEPS + 1;
    double[] x = new double[samples];
    double[] y = new double[samples];
    for (int i = 0; i < count - 1; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(count - 1, i + 2);
      for (int s = 0; s < STEPS; s++) {
        double t = (double) s / STEPS;
        int at = i * STEPS + s;
        x[at] = curve(points, 0, before, i, after, t);
        y[at] = curve(points, 1, before, i, after, t);
      }
    }
    x[samples - 1] = points[2 * count - 2];
    y[samples - 1] = points[2 * count - 1];
    return new PenStroke(x, y);
  }

  private static double curve(double[] points, int axis, int before, int i, int after, double t) {
    double a = points[2 * before + axis];
    double b = points[2 * i + axis];
    double c = points[2 * i + 2 + axis];
    double d = points[2 * after + axis];
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
}
