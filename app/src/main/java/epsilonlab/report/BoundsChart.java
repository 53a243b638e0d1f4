package epsilonlab.report;

import epsilonlab.evaluation.Bound;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Between what the accuracy under the worst perturbation lies, against epsilon: a band from the
 * certified accuracy up to the one under the strongest attack, computed at the dots.
 */
public final class BoundsChart {
  private BoundsChart() {}

  /**
   * The chart, with a fixed axis from 0 to 100 %.
   *
   * @param bounds by growing epsilon
   * @param marker where a marker stands, or NaN
   */
  public static LineChart of(List<Bound> bounds, SeriesColours colour, double marker) {
    double[] epsilons = values(bounds, Bound::epsilon);
    double most = epsilons.length == 0 ? 1 : Math.max(1e-9, epsilons[epsilons.length - 1]);
    Series certified =
        new Series("certified (at least)", epsilons, values(bounds, Bound::certified), colour);
    Series attacked =
        new Series(
            "strongest attack (at most)", epsilons, values(bounds, Bound::strongestAttack), colour);
    return LineChart.builder()
        .x(Axis.fixed(0, most).withLabel("epsilon"))
        .y(Axis.percent(0, 1))
        .addBand(
            certified.withStyle(LineStyle.DASHED).withMarker(Marker.DOT),
            attacked.withMarker(Marker.DOT))
        .marker(marker, null)
        .emptyText("No bounds yet.")
        .description("Accuracy under the worst perturbation lies between")
        .build();
  }

  private static double[] values(List<Bound> bounds, ToDoubleFunction<Bound> value) {
    return bounds.stream().mapToDouble(value).toArray();
  }
}
