package epsilonlab.report;

import epsilonlab.defence.SmoothedAccuracy;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;

/** What randomised smoothing certifies, against the length of the change. */
public final class SmoothingChart {
  private SmoothingChart() {}

  /** The chart, with a fixed axis from 0 to 100 %. */
  public static LineChart of(SmoothedAccuracy accuracy, SeriesColours colour) {
    List<SmoothedAccuracy.Point> points = accuracy.points();
    double[] radii = points.stream().mapToDouble(SmoothedAccuracy.Point::radius).toArray();
    double[] certified = points.stream().mapToDouble(SmoothedAccuracy.Point::certified).toArray();
    return LineChart.builder()
        .x(Axis.fixed(0, Math.max(0.1, radii[radii.length - 1])).withLabel("radius (l2)"))
        .y(Axis.percent(0, 1))
        .add(new Series("certified (at least)", radii, certified, colour).withMarker(Marker.DOT))
        .description("Certified accuracy of the smoothed classifier against the l2 radius")
        .build();
  }
}
