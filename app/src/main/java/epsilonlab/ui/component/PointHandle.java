package epsilonlab.ui.component;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Point2D;

/** A point that is dragged wherever one likes. */
public record PointHandle(String id, String says, ObjectProperty<Point2D> point)
    implements PlaneHandle {
  @Override
  public double x() {
    return point.get().getX();
  }

  @Override
  public double y() {
    return point.get().getY();
  }

  @Override
  public void moveTo(double x, double y) {
    point.set(new Point2D(x, y));
  }
}
