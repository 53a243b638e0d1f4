package epsilonlab.ui.theory.page;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.report.figure.plane.Dot;
import epsilonlab.report.figure.plane.PlaneMark;
import epsilonlab.settings.Settings;
import epsilonlab.ui.component.PlaneHandle;
import epsilonlab.ui.component.PlanePane;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;

/**
 * Points of two classes that the student places, drags and takes away; they are remembered. Needs
 * no screen.
 */
public final class PointCloud {
  /** The colour of the class +1. */
  public static final Hue POSITIVE = SeriesColours.LENET;

  /** The colour of the class -1. */
  public static final Hue NEGATIVE = SeriesColours.MLP;

  private static final double RADIUS = 6.5;

  private final ObjectProperty<List<LabelledPoint>> points;
  private final List<LabelledPoint> first;

  /**
   * @param id for settings, for example "svm.points"
   * @param first the points until the student changes them
   */
  public PointCloud(Settings settings, String id, List<LabelledPoint> first) {
    this.first = List.copyOf(first);
    this.points = Kept.points(settings, id, this.first);
  }

  /** The points of now; every change is a new list. */
  public ObjectProperty<List<LabelledPoint>> points() {
    return points;
  }

  /** Adds a point, unless there are as many as a drawing takes. */
  public void add(double x, double y, int label) {
    if (points.get().size() < LabelledPoint.MOST) {
      List<LabelledPoint> more = new ArrayList<>(points.get());
      more.add(new LabelledPoint(x, y, label));
      points.set(List.copyOf(more));
    }
  }

  /** Moves a point. */
  public void move(int index, double x, double y) {
    List<LabelledPoint> moved = new ArrayList<>(points.get());
    moved.set(index, moved.get(index).at(x, y));
    points.set(List.copyOf(moved));
  }

  /** Takes a point away. */
  public void remove(int index) {
    List<LabelledPoint> fewer = new ArrayList<>(points.get());
    fewer.remove(index);
    points.set(List.copyOf(fewer));
  }

  /** Back to the first points. */
  public void reset() {
    points.set(first);
  }

  /**
   * Lets a drawing move the points, add one of class +1 with a click beside them, or of class -1
   * with the second button, and take one away with the Delete key or the second button.
   *
   * @param prefix begins the ids of the handles: "PREFIX-0", "PREFIX-1", ...
   */
  public void attach(PlanePane plane, String prefix) {
    attach(plane, prefix, List.of());
  }

  /** The same beside other handles, which come first. */
  public void attach(PlanePane plane, String prefix, List<? extends PlaneHandle> others) {
    plane.onGround((x, y) -> add(x, y, 1), (x, y) -> add(x, y, -1));
    points.addListener(
        (property, before, now) -> {
          if (before.size() != now.size()) {
            plane.setHandles(handles(prefix, others));
          }
        });
    plane.setHandles(handles(prefix, others));
  }

  private List<PlaneHandle> handles(String prefix, List<? extends PlaneHandle> others) {
    List<PlaneHandle> handles = new ArrayList<>(others);
    for (int i = 0; i < points.get().size(); i++) {
      handles.add(new PlacedPoint(this, prefix, i));
    }
    return handles;
  }

  /** The points as discs (+1) and squares (-1). */
  public static List<PlaneMark> marks(List<LabelledPoint> points) {
    List<PlaneMark> marks = new ArrayList<>();
    for (LabelledPoint point : points) {
      boolean positive = point.label() > 0;
      Marker marker = positive ? Marker.DOT : Marker.SQUARE;
      double radius = positive ? RADIUS : RADIUS - 0.75;
      if (!positive) {
        marks.add(
            new Dot("", point.x(), point.y(), Marker.SQUARE, radius + 1, FigureTheme::ground));
      }
      marks.add(
          new Dot(
              positive ? "+1" : "-1",
              point.x(),
              point.y(),
              marker,
              radius,
              positive ? POSITIVE : NEGATIVE));
    }
    return marks;
  }

  /** One of the points, for the mouse and the keys. */
  private record PlacedPoint(PointCloud cloud, String prefix, int index) implements PlaneHandle {
    // one that has just been taken away may still be asked
    private LabelledPoint point() {
      List<LabelledPoint> now = cloud.points.get();
      return index < now.size() ? now.get(index) : new LabelledPoint(0, 0, 1);
    }

    @Override
    public String id() {
      return prefix + "-" + index;
    }

    @Override
    public String says() {
      return "Point "
          + (index + 1)
          + " of class "
          + (point().label() > 0 ? "+1" : "−1")
          + ": drag it or press the arrow keys; Delete takes it away.";
    }

    @Override
    public double x() {
      return point().x();
    }

    @Override
    public double y() {
      return point().y();
    }

    @Override
    public void moveTo(double x, double y) {
      if (index < cloud.points.get().size()) {
        cloud.move(index, x, y);
      }
    }

    @Override
    public void remove() {
      if (index < cloud.points.get().size()) {
        cloud.remove(index);
      }
    }
  }
}
