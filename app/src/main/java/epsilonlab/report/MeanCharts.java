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

  /** The length of the noisy mean. */
  public static final String LENGTH = "|p|";

  private static final SeriesColours COLOUR = SeriesColours.LENET;
  private static final SeriesColours OTHER = SeriesColours.MADRY_CNN;
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
    band(chart, d, rising, DimensionPoint::sameData, SAME, OTHER);
    band(chart, d, rising, DimensionPoint::freshData, FRESH, COLOUR);
    return chart
        .add(
            new Series(SAME, d, means(rising, DimensionPoint::sameData), OTHER)
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
   * Accuracy against the variance of the noise. A second scale above says which epsilon that noise
   * gives ({@link MeanTables#epsilon}).
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
        noiseAxes(n, d, variances[variances.length - 1])
            .y(accuracyAxis(most))
            .description("Accuracy of the attack against the variance of the noise on the mean");
    band(chart, variances, rising, NoisePoint::accuracy, SAME, COLOUR);
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
    return noiseAxes(n, d, x[x.length - 1])
        .y(accuracyAxis(Theory.accuracy(n, d, x[0])))
        .add(theory(x, variance -> Theory.accuracy(n, d, variance)))
        .description("What the attack should reach, against the variance of the noise")
        .build();
  }

  /**
   * The length of the noisy mean against the variance of the noise, with the root of its mean
   * square, d (1 / n + variance), as formula.
   *
   * @param points at least one, by rising variance
   */
  public static LineChart norm(int n, int d, List<NoisePoint> points) {
    List<NoisePoint> rising =
        points.stream().sorted(Comparator.comparingDouble(NoisePoint::variance)).toList();
    double[] variances = rising.stream().mapToDouble(NoisePoint::variance).toArray();
    LineChart.Builder chart = normAxes(n, d, variances);
    band(chart, variances, rising, NoisePoint::norm, LENGTH, COLOUR);
    return chart
        .add(new Series(LENGTH, variances, means(rising, NoisePoint::norm), COLOUR).withWidth(3))
        .add(theory(variances, variance -> length(n, d, variance)))
        .description("Length of the noisy mean against the variance of the noise")
        .build();
  }

  /**
   * The formula of the length alone, before anything is measured.
   *
   * @param variances rising
   */
  public static LineChart normTheory(int n, int d, List<Double> variances) {
    double[] x = variances.stream().mapToDouble(one -> one).toArray();
    return normAxes(n, d, x)
        .add(theory(x, variance -> length(n, d, variance)))
        .description("Length that the noisy mean should have, against the variance of the noise")
        .build();
  }

  private static double length(int n, int d, double variance) {
    return Math.sqrt(d * (1.0 / n + variance));
  }

  private static LineChart.Builder normAxes(int n, int d, double[] variances) {
    double most = variances[variances.length - 1];
    // room for the band
    return noiseAxes(n, d, most).y(Axis.fixed(0, 1.2 * length(n, d, most)));
  }

  private static LineChart.Builder noiseAxes(int n, int d, double mostVariance) {
    double most = Math.max(mostVariance, 0.05);
    return LineChart.builder()
        .x(Axis.fixed(0, most).withLabel("noise variance"))
        .scaleAbove(EpsilonScale.of(n, d, most));
  }

  private static Axis accuracyAxis(double mostAccuracy) {
    double top = Math.ceil(Math.min(1, mostAccuracy) * TENTHS - 1e-9) / TENTHS;
    return Axis.percent(LEAST, Math.max(LEAST + 1 / TENTHS, top));
  }

  private static Series theory(double[] x, DoubleUnaryOperator value) {
    return new Series(THEORY, x, Arrays.stream(x).map(value).toArray(), OTHER)
        .withStyle(LineStyle.DOTTED)
        .withWidth(2);
  }

  private static <T> double[] means(List<T> points, Function<T, Estimate> of) {
    return points.stream().mapToDouble(point -> of.apply(point).mean()).toArray();
  }

  // one standard deviation of a repeat to each side, within 0 and the most there can be
  private static <T> void band(
      LineChart.Builder chart,
      double[] x,
      List<T> points,
      Function<T, Estimate> of,
      String name,
      SeriesColours colour) {
    double most = name.equals(LENGTH) ? Double.POSITIVE_INFINITY : 1;
    Series[] edges = new Series[2];
    for (int i = 0; i < edges.length; i++) {
      int side = 2 * i - 1;
      double[] y =
          points.stream()
              .map(of)
              .mapToDouble(estimate -> estimate.mean() + side * estimate.deviation())
              .map(value -> Math.max(0, Math.min(most, value)))
              .toArray();
      String edge = name + (side < 0 ? " minus" : " plus") + " one deviation";
      edges[i] = new Series(edge, x, y, colour).withWidth(0).unlisted();
    }
    chart.addBand(edges[0], edges[1], colour);
  }
}
