package epsilonlab.ui.component;

import epsilonlab.report.figure.plane.PlaneScale;

/** Something in a drawing of the plane that is dragged, or moved by the arrow keys. */
public interface PlaneHandle {
  /** The id of its node, for example "handle-x". */
  String id();

  /** What it is and how it moves, in one sentence. */
  String says();

  /** Where it stands now. */
  double x();

  /** Where it stands now. */
  double y();

  /** It shall stand here, or as near as it may. */
  void moveTo(double x, double y);

  /** How many pixels it is from a place of the picture; a line measures to its nearest point. */
  default double distance(PlaneScale scale, double px, double py) {
    return Math.hypot(scale.px(x()) - px, scale.py(y()) - py);
  }

  /** Whether it is taken by its nearest point rather than by its place; points go before lines. */
  default boolean isLine() {
    return false;
  }

  /** The Delete key, or a click with the second button. */
  default void remove() {}
}
