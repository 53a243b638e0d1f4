package epsilonlab.defence.purify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accuracy against epsilon, as far as it is known. Immutable.
 *
 * @param clean accuracies on clean images, or null
 * @param points of all settings, those of one by growing epsilon
 */
public record PurifierCurves(PurifierEvent.Clean clean, List<PurifierEvent.Point> points) {
  /** Nothing is known yet. */
  public static final PurifierCurves EMPTY = new PurifierCurves(null, List.of());

  /** Takes a copy. */
  public PurifierCurves {
    points = List.copyOf(points);
  }

  /** The same with what was measured next. */
  public PurifierCurves with(PurifierEvent event) {
    if (event instanceof PurifierEvent.Point point) {
      List<PurifierEvent.Point> more = new ArrayList<>(points);
      more.add(point);
      return new PurifierCurves(clean, more);
    }
    return new PurifierCurves((PurifierEvent.Clean) event, points);
  }

  /** One curve. */
  public List<PurifierEvent.Point> curve(PurifierSetting setting) {
    return points.stream().filter(point -> point.setting() == setting).toList();
  }

  /** The accuracy that was measured at exactly this epsilon, if it was. */
  public Optional<Double> accuracy(PurifierSetting setting, double epsilon) {
    return curve(setting).stream()
        .filter(point -> point.epsilon() == epsilon)
        .map(PurifierEvent.Point::accuracy)
        .findFirst();
  }
}
