package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Pen;
import java.util.List;

/** Something on a drawing of the plane; immutable. */
public interface PlaneMark {
  /** Paints it; the pen is limited to the drawing. */
  void paint(Pen pen, PlaneScale scale, FigureTheme theme);

  /** Whether it lies under the grid and the axes, as coloured regions do. */
  default boolean isGround() {
    return false;
  }

  /** The numbers behind it: rows of mark, name, x, y. */
  default List<List<Object>> rows() {
    return List.of();
  }
}
