package epsilonlab.report.figure;

import java.util.List;

/** How much of a chart's lines something hides. */
final class Covered {
  private Covered() {}

  /** A piece of a figure, in pixels. */
  record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean isWithin(Box other) {
      return left >= other.left
          && right <= other.right
          && top >= other.top
          && bottom <= other.bottom;
    }

    /** The same, moved as little as has to be to lie in another; at its upper left if too large. */
    Box movedInto(Box other) {
      double x = Math.max(other.left - left, Math.min(0, other.right - right));
      double y = Math.max(other.top - top, Math.min(0, other.bottom - bottom));
      return new Box(left + x, top + y, right + x, bottom + y);
    }
  }

  /**
   * How long the parts of lines are that lie in a box.
   *
   * @param lines unbroken parts, each as {xs, ys} in pixels
   */
  static double length(List<double[][]> lines, Box box) {
    double found = 0;
    for (double[][] line : lines) {
      double[] xs = line[0];
      double[] ys = line[1];
      for (int i = 1; i < xs.length; i++) {
        double dx = xs[i] - xs[i - 1];
        double dy = ys[i] - ys[i - 1];
        found += Math.hypot(dx, dy) * share(xs[i - 1], ys[i - 1], dx, dy, box);
      }
    }
    return found;
  }

  /** The share of a straight piece that lies in a box, after Liang and Barsky (1984). */
  private static double share(double x, double y, double dx, double dy, Box box) {
    double[] by = {-dx, dx, -dy, dy};
    double[] room = {x - box.left, box.right - x, y - box.top, box.bottom - y};
    double from = 0;
    double to = 1;
    for (int side = 0; side < 4; side++) {
      if (by[side] == 0) {
        if (room[side] < 0) {
          return 0;
        }
      } else if (by[side] < 0) {
        from = Math.max(from, room[side] / by[side]);
      } else {
        to = Math.min(to, room[side] / by[side]);
      }
    }
    return Math.max(0, to - from);
  }
}
