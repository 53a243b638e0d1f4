package epsilonlab.report;

import epsilonlab.privacy.Estimate;
import epsilonlab.privacy.mean.DimensionPoint;
import epsilonlab.privacy.mean.NoisePoint;
import epsilonlab.privacy.mean.Theory;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The curves of membership inference on a Gaussian mean. */
public final class MeanCharts {
  private static final SeriesColours COLOUR = SeriesColours.LENET;

  private MeanCharts() {}

  /**
   * Accuracy against the dimension, on a logarithmic axis.
   *
   * @param points at least one, by rising dimension
   */
  public static LineChart dimensions(int n, List<DimensionPoint> points) {
    List<DimensionPoint> rising =
        points.stream().sorted(java.util.Comparator.comparingInt(DimensionPoint::d)).toList();
    double[] d = rising.stream().mapToDouble(DimensionPoint::d).toArray();
    LineChart.Builder chart =
        LineChart.builder()
            .x(
                Axis.fixed(d[0], Math.max(d[d.length - 1], d[0] + 1))
                    .withLog(true)
                    .withLabel("dimensions d"))
            .y(Axis.percent(0.5, 1));
    band(chart, d, rising, DimensionPoint::freshData);
    chart
        .add(
            new Series(
                    "same data",
                    d,
                    means(rising, DimensionPoint::sameData),
                    SeriesColours.MADRY_CNN)
                .withStyle(LineStyle.DASHED)
                .withWidth(2))
        .add(
            new Series("fresh data", d, means(rising, DimensionPoint::freshData), COLOUR)
                .withWidth(3)
                .withMarker(Marker.DOT))
        .add(
            new Series(
                    "normal approximation",
                    d,
                    Arrays.stream(d).map(one -> Theory.accuracy(n, one, 0)).toArray(),
                    SeriesColours.MADRY_CNN)
                .withStyle(LineStyle.DOTTED)
                .withWidth(2));
    return chart.description("Accuracy of the attack against the dimension").build();
  }

  /**
   * Accuracy against the variance of the noise.
   *
   * @param points at least one, by rising variance
   */
  public static LineChart noise(int n, int d, List<NoisePoint> points) {
    List<NoisePoint> rising =
        points.stream().sorted(java.util.Comparator.comparingDouble(NoisePoint::variance)).toList();
    double[] variances = rising.stream().mapToDouble(NoisePoint::variance).toArray();
    LineChart.Builder chart =
        LineChart.builder()
            .x(
                Axis.fixed(0, Math.max(variances[variances.length - 1], 0.05))
                    .withLabel("noise variance"))
            .y(Axis.percent(0.5, 1));
    band(chart, variances, rising, NoisePoint::accuracy);
    return chart
        .add(
            new Series("attack", variances, means(rising, NoisePoint::accuracy), COLOUR)
                .withWidth(3))
        .description("Accuracy of the attack against the variance of the noise on the mean")
        .build();
  }

  private static <T> double[] means(List<T> points, Function<T, Estimate> of) {
    return points.stream().mapToDouble(point -> of.apply(point).mean()).toArray();
  }

  // one standard deviation of a repeat to each side
  private static <T> void band(
      LineChart.Builder chart, double[] x, List<T> points, Function<T, Estimate> of) {
    chart.addBand(
        edge("minus one deviation", x, points, of, -1),
        edge("plus one deviation", x, points, of, 1),
        COLOUR);
  }

  private static <T> Series edge(
      String name, double[] x, List<T> points, Function<T, Estimate> of, int side) {
    double[] y =
        points.stream()
            .mapToDouble(point -> of.apply(point).mean() + side * of.apply(point).deviation())
            .map(value -> Math.max(0, Math.min(1, value)))
            .toArray();
    return new Series(name, x, y, COLOUR).withWidth(0).withOpacity(0).unlisted();
  }
}
