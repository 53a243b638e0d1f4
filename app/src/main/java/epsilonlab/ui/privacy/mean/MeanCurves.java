package epsilonlab.ui.privacy.mean;

import epsilonlab.privacy.mean.DimensionPoint;
import epsilonlab.privacy.mean.MeanEvent;
import epsilonlab.privacy.mean.NoisePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The points of both curves that are measured so far, and for which choice. Immutable.
 *
 * @param of what was chosen
 * @param dimensions by rising dimension
 * @param noise by rising variance
 */
record MeanCurves(MeanForm.Chosen of, List<DimensionPoint> dimensions, List<NoisePoint> noise) {
  static MeanCurves nothing(MeanForm.Chosen of) {
    return new MeanCurves(of, List.of(), List.of());
  }

  /** The points that hold for another choice as well. */
  MeanCurves validFor(MeanForm.Chosen other) {
    return new MeanCurves(
        other,
        of.measuresDimensionsAs(other) ? dimensions : List.of(),
        of.measuresAs(other) ? noise : List.of());
  }

  MeanCurves with(MeanEvent event) {
    if (event instanceof MeanEvent.Dimension more) {
      return new MeanCurves(of, sorted(dimensions, more.point(), DimensionPoint::d), noise);
    }
    NoisePoint point = ((MeanEvent.Noise) event).point();
    return new MeanCurves(of, dimensions, sorted(noise, point, NoisePoint::variance));
  }

  private static <T> List<T> sorted(List<T> points, T more, ToDoubleFunction<T> by) {
    List<T> all = new ArrayList<>(points);
    all.removeIf(point -> by.applyAsDouble(point) == by.applyAsDouble(more));
    all.add(more);
    all.sort(java.util.Comparator.comparingDouble(by));
    return List.copyOf(all);
  }

  /** Those of the dimensions that are still to be measured. */
  List<Integer> missingDimensions(List<Integer> wanted) {
    return wanted.stream()
        .filter(d -> dimensions.stream().noneMatch(point -> point.d() == d))
        .toList();
  }

  /** Those of the variances that are still to be measured. */
  List<Double> missingVariances(List<Double> wanted) {
    return wanted.stream()
        .filter(variance -> noise.stream().noneMatch(point -> point.variance() == variance))
        .toList();
  }
}
