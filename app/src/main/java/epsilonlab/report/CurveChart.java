package epsilonlab.report;

import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;

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
      String name, String architecture, int style, double[] epsilons, double[] accuracies) {}

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
