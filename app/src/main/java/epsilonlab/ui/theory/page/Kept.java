package epsilonlab.ui.theory.page;

import com.google.gson.reflect.TypeToken;
import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;

/** Properties of drawings that are remembered from one start to the next. */
public final class Kept {
  // a drawing reaches nowhere near
  private static final double FAR = 1e3;

  private Kept() {}

  /** A point that is dragged. */
  public static ObjectProperty<Point2D> point(Settings settings, String id, double x, double y) {
    Setting<List<Double>> setting =
        Setting.generic("theory." + id, new TypeToken<List<Double>>() {}, List.of(x, y))
            .where(at -> at.size() == 2 && at.stream().allMatch(v -> Math.abs(v) < FAR));
    List<Double> at = settings.get(setting);
    ObjectProperty<Point2D> point = new SimpleObjectProperty<>(new Point2D(at.get(0), at.get(1)));
    point.addListener(
        (property, before, now) -> settings.set(setting, List.of(now.getX(), now.getY())));
    return point;
  }

  /** Points of two classes that are placed and dragged. */
  public static ObjectProperty<List<LabelledPoint>> points(
      Settings settings, String id, List<LabelledPoint> first) {
    Setting<List<LabelledPoint>> setting =
        Setting.generic("theory." + id, new TypeToken<List<LabelledPoint>>() {}, first)
            .where(
                all ->
                    all.size() <= LabelledPoint.MOST
                        && all.stream().allMatch(LabelledPoint::isSound));
    ObjectProperty<List<LabelledPoint>> points = new SimpleObjectProperty<>(settings.get(setting));
    points.addListener((property, before, now) -> settings.set(setting, now));
    return points;
  }
}
