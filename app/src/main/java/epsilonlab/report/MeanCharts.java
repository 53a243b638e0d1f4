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
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** The curves of membership inference on a Gaussian mean. */
public final class MeanCharts {
  /** The accuracy on fresh data against the dimension. */
  public static final String FRESH = "fresh data";

  /** The accuracy on the data at hand, with the threshold that is best on them. */
  public static final String SAME = "same data";

  /** The normal approximation in either chart, {@link Theory}. */
  public static final String THEORY = "formula";

  private static final SeriesColours COLOUR = SeriesColours.LENET;
  private static final double LEAST = 0.5;
  private static final double TENTHS = 10;

  private MeanCharts() {}

  /**
   * Accuracy against the dimension, on a logarithmic axis.
   *
   * @param points at least one, by rising dimension
   */
  public static LineChart dimensions(int n, List<DimensionPoint> points) {
    List<DimensionPoint> rising =
        points.stream().sorted(Comparator.comparingInt(DimensionPoint::d)).toList();
    double[] d = rising.stream().mapToDouble(DimensionPoint::d).toArray();
    LineChart.Builder chart =
        dimensionAxes(d[0], d[d.length - 1])
            .description("Accuracy of the attack against the dimension");
    band(chart, d, rising, DimensionPoint::freshData);
    return chart
        .add(
            new Series(SAME, d, means(rising, DimensionPoint::sameData), SeriesColours.MADRY_CNN)
                .withStyle(LineStyle.DASHED)
                .withWidth(2))
        .add(
            new Series(FRESH, d, means(rising, DimensionPoint::freshData), COLOUR)
                .withWidth(3)
                .withMarker(points.size() > 1 ? Marker.NONE : Marker.DOT))
        .add(theory(d, one -> Theory.accuracy(n, one, 0)))
        .build();
  }

  /**
   * The normal approximation alone, before anything is measured.
   *
   * @param dimensions rising
   */
  public static LineChart dimensionTheory(int n, List<Integer> dimensions) {
    double[] d = dimensions.stream().mapToDouble(one -> one).toArray();
    return dimensionAxes(d[0], d[d.length - 1])
        .add(theory(d, one -> Theory.accuracy(n, one, 0)))
        .description("What the attack should reach, against the dimension")
        .build();
  }

  private static LineChart.Builder dimensionAxes(double least, double most) {
    return LineChart.builder()
        .x(Axis.fixed(least, Math.max(most, least + 1)).withLog(true).withLabel("dimensions d"))
        .y(Axis.percent(LEAST, 1));
  }

  /**
   * Accuracy against the variance of the noise.
   *
   * @param points at least one, by rising variance
   */
  public static LineChart noise(int n, int d, List<NoisePoint> points) {
    List<NoisePoint> rising =
        points.stream().sorted(Comparator.comparingDouble(NoisePoint::variance)).toList();
    double[] variances = rising.stream().mapToDouble(NoisePoint::variance).toArray();
    double most =
        rising.stream()
            .map(NoisePoint::accuracy)
            .mapToDouble(accuracy -> accuracy.mean() + accuracy.deviation())
            .max()
            .orElse(1);
    LineChart.Builder chart =
        noiseAxes(variances[variances.length - 1], most)
            .description("Accuracy of the attack against the variance of the noise on the mean");
    band(chart, variances, rising, NoisePoint::accuracy);
    return chart
        .add(new Series(SAME, variances, means(rising, NoisePoint::accuracy), COLOUR).withWidth(3))
        .add(theory(variances, variance -> Theory.accuracy(n, d, variance)))
        .build();
  }

  /**
   * The normal approximation alone, before anything is measured.
   *
   * @param variances rising
   */
  public static LineChart noiseTheory(int n, int d, List<Double> variances) {
    double[] x = variances.stream().mapToDouble(one -> one).toArray();
    return noiseAxes(x[x.length - 1], Theory.accuracy(n, d, x[0]))
        .add(theory(x, variance -> Theory.accuracy(n, d, variance)))
        .description("What the attack should reach, against the variance of the noise")
        .build();
  }

  private static LineChart.Builder noiseAxes(double mostVariance, double mostAccuracy) {
    double top = Math.ceil(Math.min(1, mostAccuracy) * TENTHS - 1e-9) / TENTHS;
    return LineChart.builder()
        .x(Axis.fixed(0, Math.max(mostVariance, 0.05)).withLabel("noise variance"))
        .y(Axis.percent(LEAST, Math.max(LEAST + 1 / TENTHS, top)));
  }

  private static Series theory(double[] x, DoubleUnaryOperator accuracy) {
    return new Series(THEORY, x, Arrays.stream(x).map(accuracy).toArray(), SeriesColours.MADRY_CNN)
        .withStyle(LineStyle.DOTTED)
        .withWidth(2);
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
    return new Series(name, x, y, COLOUR).withWidth(0).unlisted();
  }
}
