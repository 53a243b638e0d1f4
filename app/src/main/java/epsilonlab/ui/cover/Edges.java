package epsilonlab.ui.cover;

import java.util.Collection;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/**
 * Gives covers that stand upon one another the same left and right edge where theirs differ by a
 * frame only: together they are one rectangle, and the frame's width tells nobody what is below.
 */
final class Edges {
  private static final double FRAME = 8;

  private Edges() {}

  /** A cover as wide as the widest of those that it touches above or below. */
  static Bounds aligned(Bounds cover, Collection<Bounds> all) {
    double left = cover.getMinX();
    double right = cover.getMaxX();
    for (Bounds other : all) {
      if (stand(cover, other)) {
        left = Math.min(left, other.getMinX());
        right = Math.max(right, other.getMaxX());
      }
    }
    return new BoundingBox(left, cover.getMinY(), right - left, cover.getHeight());
  }

  private static boolean stand(Bounds one, Bounds other) {
    double gap =
        Math.max(one.getMinY(), other.getMinY()) - Math.min(one.getMaxY(), other.getMaxY());
    return gap <= FRAME
        && Math.abs(one.getMinX() - other.getMinX()) <= FRAME
        && Math.abs(one.getMaxX() - other.getMaxX()) <= FRAME;
  }
}
