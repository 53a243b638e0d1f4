package epsilonlab.report;

import epsilonlab.privacy.Estimate;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.NoisyPoint;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The curves of membership inference on logistic regression. */
public final class MembershipCharts {
  private static final SeriesColours MEMBERS = SeriesColours.LENET;
  private static final SeriesColours OTHERS = SeriesColours.MLP;
  private static final SeriesColours ATTACK = SeriesColours.MADRY_CNN;

  private MembershipCharts() {}

  /** C as people write it: "inf", "0.1". */
  public static String regulariser(double c) {
    return Double.isInfinite(c)
        ? "inf"
        : BigDecimal.valueOf(c).stripTrailingZeros().toPlainString();
  }

  /** The model's accuracy on members and non-members against n; n on a logarithmic axis. */
  public static LineChart model(List<FitPoint> fits) {
    LineChart.Builder chart = overImages(fits).y(Axis.percent(0.5, 1));
    for (double c : regularisers(fits)) {
      List<FitPoint> own = of(fits, c);
      String name = ", C = " + regulariser(c);
      chart.add(line("members" + name, own, FitPoint::trainAccuracy, MEMBERS, c));
      chart.add(
          line("non-members" + name, own, FitPoint::testAccuracy, OTHERS, c)
              .withStyle(LineStyle.DASHED));
    }
    return chart.description("Accuracy of the model against the number of images").build();
  }

  /** The attack's accuracy against n. */
  public static LineChart attack(List<FitPoint> fits) {
    LineChart.Builder chart = overImages(fits).y(Axis.percent(0.5, 0.7));
    for (double c : regularisers(fits)) {
      chart.add(line("C = " + regulariser(c), of(fits, c), FitPoint::attackAccuracy, ATTACK, c));
    }
    return chart.description("Accuracy of the attack against the number of images").build();
  }

  private static LineChart.Builder overImages(List<FitPoint> fits) {
    int least = fits.stream().mapToInt(FitPoint::n).min().orElse(100);
    int most = fits.stream().mapToInt(FitPoint::n).max().orElse(10_000);
    return LineChart.builder()
        .x(
            Axis.fixed(least, Math.max(most, least + 1))
                .withLog(true)
                .withLabel("images learned from"));
  }

  private static List<Double> regularisers(List<FitPoint> fits) {
    return fits.stream().map(FitPoint::regularisation).distinct().toList();
  }

  private static List<FitPoint> of(List<FitPoint> fits, double c) {
    return fits.stream()
        .filter(fit -> fit.regularisation() == c)
        .sorted(Comparator.comparingInt(FitPoint::n))
        .toList();
  }

  private static Series line(
      String name,
      List<FitPoint> fits,
      ToDoubleFunction<FitPoint> y,
      SeriesColours colour,
      double c) {
    double[] x = fits.stream().mapToDouble(FitPoint::n).toArray();
    boolean free = Double.isInfinite(c);
    return new Series(name, x, fits.stream().mapToDouble(y).toArray(), colour)
        .withWidth(free ? 3 : 1.5)
        .withMarker(free ? Marker.DOT : Marker.RING);
  }

  /**
   * Accuracies against the variance of the noise on the parameters, for one C. The variances stand
   * at equal distances, for 0 has no place on a logarithmic axis.
   */
  public static LineChart noise(List<NoisyPoint> points) {
    List<NoisyPoint> rising =
        points.stream().sorted(Comparator.comparingDouble(NoisyPoint::variance)).toList();
    double[] x = rising.stream().mapToDouble(NoisyPoint::variance).toArray();
    double least =
        rising.stream().mapToDouble(NoisyPoint::variance).filter(v -> v > 0).min().orElse(0.01);
    double most = Math.max(x[x.length - 1], 10 * least);
    LineChart.Builder chart =
        LineChart.builder()
            .x(Axis.logFromZero(least, most).withLabel("noise variance"))
            .y(Axis.percent(0, 1));
    add(chart, x, rising, "members", NoisyPoint::trainAccuracy, MEMBERS, LineStyle.SOLID);
    add(chart, x, rising, "non-members", NoisyPoint::testAccuracy, OTHERS, LineStyle.DASHED);
    add(chart, x, rising, "attack", NoisyPoint::attackAccuracy, ATTACK, LineStyle.DOTTED);
    return chart.description("Accuracies against the variance of the noise").build();
  }

  private static void add(
      LineChart.Builder chart,
      double[] x,
      List<NoisyPoint> points,
      String name,
      java.util.function.Function<NoisyPoint, Estimate> of,
      SeriesColours colour,
      LineStyle style) {
    double[][] y =
        IntStream.rangeClosed(-1, 1)
            .mapToObj(
                side ->
                    points.stream()
                        .map(of)
                        .mapToDouble(e -> Math.min(1, Math.max(0, e.mean() + side * e.deviation())))
                        .toArray())
            .toArray(double[][]::new);
    chart.addBand(
        new Series(name + " minus one deviation", x, y[0], colour).withOpacity(0).unlisted(),
        new Series(name + " plus one deviation", x, y[2], colour).withOpacity(0).unlisted(),
        colour);
    chart.add(new Series(name, x, y[1], colour).withStyle(style).withWidth(3));
  }
}
