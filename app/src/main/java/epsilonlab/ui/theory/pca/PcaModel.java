package epsilonlab.ui.theory.pca;

import epsilonlab.settings.Settings;
import epsilonlab.ui.theory.page.LabelledPoint;
import epsilonlab.ui.theory.page.PointCloud;
import epsilonlab.ui.theory.page.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The points and the direction, and what follows at once. Needs no screen. */
final class PcaModel {
  private static final int FIRST_POINTS = 24;

  private final PointCloud cloud;
  private final Quantity angle;
  private final ReadOnlyObjectWrapper<PcaState> state = new ReadOnlyObjectWrapper<>();

  PcaModel(Settings settings) {
    cloud = new PointCloud(settings, "pca.points", first());
    angle =
        Quantity.even(
            settings,
            new Quantity.Naming(
                "pca.angle",
                "Direction $D$, degrees",
                "Turns the direction D, a column of length 1, by hand."),
            0,
            180,
            120,
            1);
    InvalidationListener follow = any -> update();
    cloud.points().addListener(follow);
    angle.value().addListener(follow);
    update();
  }

  private static List<LabelledPoint> first() {
    SplittableRandom random = new SplittableRandom(11);
    List<LabelledPoint> points = new ArrayList<>();
    for (int i = 0; i < FIRST_POINTS; i++) {
      double along = 0.95 * random.nextGaussian();
      double across = 0.35 * random.nextGaussian();
      double x = Math.max(-2, Math.min(2, 0.85 * along - 0.53 * across));
      double y = Math.max(-1.3, Math.min(1.3, 0.53 * along + 0.85 * across));
      points.add(new LabelledPoint(Math.rint(100 * x) / 100, Math.rint(100 * y) / 100, 1));
    }
    return points;
  }

  PointCloud cloud() {
    return cloud;
  }

  Quantity angle() {
    return angle;
  }

  /** What is dragged and what follows; null while there are fewer than two points. */
  ReadOnlyObjectProperty<PcaState> state() {
    return state.getReadOnlyProperty();
  }

  /** Turns the direction so that it goes through a place, seen from the mean. */
  void pointTo(double x, double y) {
    PcaState now = state.get();
    if (now != null && Math.hypot(x - now.meanX(), y - now.meanY()) > 1e-6) {
      double degrees = Math.toDegrees(Math.atan2(y - now.meanY(), x - now.meanX()));
      angle.set((degrees + 360) % 180);
    }
  }

  /** Turns the direction to the best one, as near as the slider goes. */
  void turnToTheBest() {
    PcaState now = state.get();
    if (now != null) {
      angle.set(now.bestDegrees());
    }
  }

  private void update() {
    List<LabelledPoint> points = cloud.points().get();
    state.set(points.size() < 2 ? null : PcaState.of(points, angle.get()));
  }
}
