package epsilonlab.ui.cover;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** What of a node can be seen. */
public final class Visible {
  private static final double FRAME = 3;
  private static final String MIDDLE = "column-see";
  private static final Bounds NOTHING = new BoundingBox(0, 0, 0, 0);

  private Visible() {}

  /** In the scene, cut by whatever scrolls around it; empty if it is not shown. */
  public static Bounds inScene(Node node) {
    if (node.getScene() == null) {
      return NOTHING;
    }
    // with frames that are drawn beyond the edge
    Bounds seen = node.localToScene(node.getBoundsInLocal());
    for (Node any = node; any != null; any = any.getParent()) {
      if (!any.isVisible()) {
        return NOTHING;
      }
      if (any instanceof Region region && any.getStyleClass().contains(MIDDLE)) {
        seen = common(seen, inside(region));
      }
      if (any.getClip() != null) {
        seen = common(seen, any.localToScene(any.getClip().getBoundsInParent()));
      }
    }
    return seen;
  }

  /** The middle of a tab without its padding, so that no cover leaves it. */
  private static Bounds inside(Region middle) {
    Insets edge = middle.getInsets();
    return middle.localToScene(
        new BoundingBox(
            edge.getLeft() - FRAME,
            edge.getTop() - FRAME,
            Math.max(0, middle.getWidth() - edge.getLeft() - edge.getRight() + 2 * FRAME),
            Math.max(0, middle.getHeight() - edge.getTop() - edge.getBottom() + 2 * FRAME)));
  }

  private static Bounds common(Bounds one, Bounds other) {
    double left = Math.max(one.getMinX(), other.getMinX());
    double top = Math.max(one.getMinY(), other.getMinY());
    double right = Math.min(one.getMaxX(), other.getMaxX());
    double bottom = Math.min(one.getMaxY(), other.getMaxY());
    return right <= left || bottom <= top
        ? NOTHING
        : new BoundingBox(left, top, right - left, bottom - top);
  }

  /** Whether there is anything of it. */
  public static boolean isAny(Bounds bounds) {
    return bounds.getWidth() > 0 && bounds.getHeight() > 0;
  }
}
