package epsilonlab.report;

import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;
import java.util.TreeMap;

/** Accuracy against epsilon: colour tells the network, line style the attack. */
public final class CurveChart {
  private static final List<LineStyle> STYLES =
      List.of(LineStyle.SOLID, LineStyle.DASHED, LineStyle.DASHDOT, LineStyle.DOTTED);

  private CurveChart() {}

  /**
   * One curve.
   *
   * @param name in the legend
   * @param architecture decides the colour
   * @param style the number of the attack, decides the line style
   * @param epsilons growing
   * @param accuracies at each epsilon, in [0, 1]
   */
  public record Line(
      String name, String architecture, int style, double[] epsilons, double[] accuracies) {

    /** The same line with one more point, or another value at a point. */
    public Line with(double epsilon, double accuracy) {
      TreeMap<Double, Double> points = new TreeMap<>();
      for (int i = 0; i < epsilons.length; i++) {
        points.put(epsilons[i], accuracies[i]);
      }
      points.put(epsilon, accuracy);
      return new Line(
          name,
          architecture,
          style,
          points.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
          points.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  /**
   * The chart, with a fixed axis from 0 to 100 %.
   *
   * @param most the right end of the epsilon axis
   * @param marker where the marker stands, or NaN
   * @param marked the name of the line whose value is written at the marker, or null
   */
  public static LineChart of(List<Line> lines, double most, double marker, String marked) {
    LineChart.Builder chart =
        LineChart.builder()
            .x(Axis.fixed(0, most))
            .y(Axis.percent(0, 1))
            .marker(marker, marked)
            .emptyText("No curve yet: tick some under Curves.")
            .description("Accuracy against epsilon");
    for (Line line : lines) {
      chart.add(
          new Series(
                  line.name(),
                  line.epsilons(),
                  line.accuracies(),
                  SeriesColours.ofArchitecture(line.architecture()))
              .withStyle(STYLES.get(line.style() % STYLES.size())));
    }
    return chart.build();
  }
}
