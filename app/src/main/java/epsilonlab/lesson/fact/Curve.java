package epsilonlab.lesson.fact;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Points of a line.
 *
 * @param points with x ascending
 */
public record Curve(List<Point> points) {
  /** A point. */
  public record Point(double x, double y) {}

  /**
   * @throws IllegalArgumentException unless x ascends
   */
  public Curve {
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (!(points.get(i).x() > points.get(i - 1).x())) {
        throw new IllegalArgumentException("x must ascend");
      }
    }
  }

  /** The line through two lists of the same length. */
  public static Curve of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("as many y as x");
    }
    return new Curve(IntStream.range(0, x.length).mapToObj(i -> new Point(x[i], y[i])).toList());
  }

  /** Whether the line has a value at {@code x}: not before its first point nor after its last. */
  public boolean covers(double x) {
    return !points.isEmpty()
        && x >= points.get(0).x() - 1e-9
        && x <= points.get(points.size() - 1).x() + 1e-9;
  }

  /**
   * The height at {@code x}, straight between the points.
   *
   * @throws IllegalArgumentException unless it {@link #covers} {@code x}
   */
  public double at(double x) {
    if (!covers(x)) {
      throw new IllegalArgumentException(x + " is beside the curve");
    }
    for (int i = 1; i < points.size(); i++) {
      Point left = points.get(i - 1);
      Point right = points.get(i);
      if (x <= right.x()) {
        double share = Math.max(0, (x - left.x()) / (right.x() - left.x()));
        return left.y() + share * (right.y() - left.y());
      }
    }
    return points.get(points.size() - 1).y();
  }
}
