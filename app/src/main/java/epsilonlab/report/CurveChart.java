package epsilonlab.report;

import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.Arrays;
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
    LineChart.Builder chart = empty(most, marker, marked, "No curve yet: tick some under Curves.");
    lines.forEach(line -> chart.add(series(line)));
    return chart.build();
  }

  /**
   * The chart for a projector: at most two lines, each with its name beside it, the higher one's
   * above it and the lower one's below.
   *
   * @param lines the first two are shown
   */
  public static LineChart named(List<Line> lines, double most, double marker, String marked) {
    // a projector shows neither the list of curves nor the button
    LineChart.Builder chart =
        empty(most, marker, marked, "No curve yet: press F11, then “Attack 1,000 digits”.");
    List<Line> two = lines.subList(0, Math.min(2, lines.size()));
    double highest = two.stream().mapToDouble(CurveChart::mean).max().orElse(0);
    for (Line line : two) {
      boolean above = mean(line) == highest;
      chart.add(series(line).namedAt(place(line, above ? 0.85 : 0.25), above));
    }
    return chart.build();
  }

  private static LineChart.Builder empty(double most, double marker, String marked, String words) {
    return LineChart.builder()
        .x(Axis.fixed(0, most))
        .y(Axis.percent(0, 1))
        .marker(marker, marked)
        .titlesInReport("ε", "accuracy")
        .emptyText(words)
        .description("Accuracy against epsilon");
  }

  private static Series series(Line line) {
    return new Series(
            line.name(),
            line.epsilons(),
            line.accuracies(),
            SeriesColours.ofArchitecture(line.architecture()))
        .withStyle(STYLES.get(line.style() % STYLES.size()));
  }

  private static double mean(Line line) {
    return Arrays.stream(line.accuracies()).average().orElse(0);
  }

  /** Where the line has fallen to {@code accuracy}. */
  private static double place(Line line, double accuracy) {
    for (int i = 0; i < line.epsilons().length; i++) {
      if (line.accuracies()[i] <= accuracy) {
        return line.epsilons()[i];
      }
    }
    return line.epsilons()[line.epsilons().length - 1];
  }
}
