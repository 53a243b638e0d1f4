package epsilonlab.report;

import epsilonlab.privacy.Estimate;
import epsilonlab.privacy.defence.Defence;
import epsilonlab.privacy.defence.DefencePoint;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Test accuracy against leakage for families of defences, a line each, from strength to strength;
 * the upper left corner is the best place. The bars are one standard error each way.
 */
public final class DefencesChart {
  /** How leakage is measured. */
  public enum Leakage {
    /** By the attack that says "member" when the model is right. */
    RIGHT_OR_WRONG("attack accuracy, right or wrong", DefencePoint::rightOrWrong),
    /** By the best threshold on what is told of the label's probability. */
    THRESHOLD("attack accuracy, best threshold", DefencePoint::threshold);

    private final String label;
    private final Function<DefencePoint, Estimate> of;

    Leakage(String label, Function<DefencePoint, Estimate> of) {
      this.label = label;
      this.of = of;
    }
  }

  // the longest name, in logical pixels
  private static final double LEGEND = 205;

  private DefencesChart() {}

  /** The chart; points of one defence are joined in their order. */
  public static LineChart of(List<DefencePoint> points, Leakage leakage) {
    ToDoubleFunction<DefencePoint> x = point -> leakage.of.apply(point).mean();
    ToDoubleFunction<DefencePoint> y = point -> point.testAccuracy().mean();
    LineChart.Builder chart =
        LineChart.builder()
            .x(range(points, x, 0.5, 0.6, 0.02).withLabel(leakage.label))
            .y(range(points, y, 0.6, 0.8, 0.1).withLabel("test accuracy"))
            .legend(LineChart.Legend.RIGHT)
            .margin(LEGEND)
            .emptyText("No defence was measured.")
            .description("Test accuracy against leakage");
    for (Defence defence : points.stream().map(DefencePoint::defence).distinct().toList()) {
      List<DefencePoint> own = points.stream().filter(point -> point.defence() == defence).toList();
      for (DefencePoint point : own) {
        addBars(chart, point, leakage);
      }
      chart.add(
          new Series(
                  defence.title(),
                  own.stream().mapToDouble(x).toArray(),
                  own.stream().mapToDouble(y).toArray(),
                  colour(defence))
              .withWidth(1.5)
              .withMarker(marker(defence)));
    }
    return chart.build();
  }

  private static void addBars(LineChart.Builder chart, DefencePoint point, Leakage leakage) {
    Estimate x = leakage.of.apply(point);
    Estimate y = point.testAccuracy();
    double dx = x.standardError();
    double dy = y.standardError();
    chart.add(bar(point, x.mean() - dx, y.mean(), x.mean() + dx, y.mean()));
    chart.add(bar(point, x.mean(), y.mean() - dy, x.mean(), y.mean() + dy));
  }

  private static Series bar(DefencePoint point, double x0, double y0, double x1, double y1) {
    return new Series(
            point.defence().title() + ", error",
            new double[] {x0, x1},
            new double[] {y0, y1},
            colour(point.defence()))
        .withWidth(1)
        .withOpacity(0.45)
        .unlisted();
  }

  // at least from low to high, in whole steps
  private static Axis range(
      List<DefencePoint> points,
      ToDoubleFunction<DefencePoint> of,
      double low,
      double high,
      double step) {
    double least = Math.min(low, points.stream().mapToDouble(of).min().orElse(low));
    double most = Math.max(high, points.stream().mapToDouble(of).max().orElse(high));
    // a little room for the bars
    return Axis.percent(
        Math.max(0, Math.floor(least / step - 0.2) * step),
        Math.min(1, Math.ceil(most / step + 0.2) * step));
  }

  private static SeriesColours colour(Defence defence) {
    return switch (defence) {
      case NONE, TOP_ONE -> SeriesColours.MADRY_CNN;
      case NOISE, ROUNDING -> SeriesColours.MLP;
      case REGULARISATION -> SeriesColours.LENET;
      case EARLY_STOPPING -> SeriesColours.LOGISTIC;
      case FEWER_FEATURES -> SeriesColours.FGSM_TRAINED;
      case LABEL_SMOOTHING -> SeriesColours.PGD_TRAINED;
      case DP_SGD -> SeriesColours.SMALL_CNN;
    };
  }

  private static Marker marker(Defence defence) {
    return switch (defence) {
      case TOP_ONE, ROUNDING -> Marker.RING;
      case NONE, REGULARISATION -> Marker.SQUARE;
      case EARLY_STOPPING, LABEL_SMOOTHING -> Marker.TRIANGLE;
      case FEWER_FEATURES, DP_SGD -> Marker.DIAMOND;
      case NOISE -> Marker.DOT;
    };
  }
}
