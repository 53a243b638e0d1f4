package epsilonlab.report;

import epsilonlab.privacy.Estimate;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.NoisyPoint;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The curves of membership inference on logistic regression. */
public final class MembershipCharts {
  private static final SeriesColours MEMBERS = SeriesColours.LENET;
  private static final SeriesColours OTHERS = SeriesColours.MLP;
  private static final SeriesColours ATTACK = SeriesColours.MADRY_CNN;

  private static final String MODEL = "Accuracy of the model against the number of images";
  private static final String ATTACKED = "Accuracy of the attack against the number of images";
  private static final String CHOSEN = "chosen";
  private static final double APART = 3.5;

  private MembershipCharts() {}

  /** C as people write it: "inf", "0.1". */
  public static String regulariser(double c) {
    return Double.isInfinite(c)
        ? "inf"
        : BigDecimal.valueOf(c).stripTrailingZeros().toPlainString();
  }

  /** C as it stands beside a symbol: "∞", "0.1". */
  public static String symbol(double c) {
    return Double.isInfinite(c) ? "∞" : regulariser(c);
  }

  /** The model's accuracy on members and non-members against n; n on a logarithmic axis. */
  public static LineChart model(List<FitPoint> fits) {
    LineChart.Builder chart = overImages(sizes(fits)).y(Axis.percent(floor(fits), 1));
    for (double c : regularisers(fits)) {
      String name = ", C = " + regulariser(c);
      line(chart, of(fits, c), name, c, true);
    }
    return chart.description(MODEL).build();
  }

  /**
   * The same of one or two models for the screen: the gap of one of them is shaded, and an arrow
   * shows it at one n.
   *
   * @param sizes the numbers of images that are or will be measured, for the axis
   * @param chosen C of the model with the gap
   * @param n where the arrow stands, if that is fitted
   */
  public static LineChart model(List<FitPoint> fits, List<Integer> sizes, double chosen, int n) {
    LineChart.Builder chart =
        overImages(sizes).y(Axis.percent(floor(fits), 1)).legend(LineChart.Legend.ABOVE);
    shade(chart, of(fits, chosen));
    List<Double> all = regularisers(fits);
    for (double c : all) {
      boolean first = c == all.get(0);
      line(chart, of(fits, c), first ? "" : ", C = " + regulariser(c), c, first);
    }
    of(fits, chosen).stream()
        .filter(fit -> fit.n() == n)
        .forEach(
            fit -> {
              double low = Math.min(fit.testAccuracy(), fit.trainAccuracy());
              double high = Math.max(fit.testAccuracy(), fit.trainAccuracy());
              long points = Math.round(100 * (fit.trainAccuracy() - fit.testAccuracy()));
              chart.gap(n, low, high, "gap " + points + (points == 1 ? " point" : " points"));
            });
    return chart.description(MODEL).build();
  }

  private static void shade(LineChart.Builder chart, List<FitPoint> fits) {
    chart.addBand(
        hidden("gap from", fits, FitPoint::testAccuracy),
        hidden("gap to", fits, FitPoint::trainAccuracy),
        FigureTheme::neutral);
  }

  private static Series hidden(
      String name, List<FitPoint> fits, ToDoubleFunction<FitPoint> height) {
    return line(name, fits, height, MEMBERS, 1).withMarker(Marker.NONE).withOpacity(0).unlisted();
  }

  private static void line(
      LineChart.Builder chart, List<FitPoint> own, String name, double c, boolean listed) {
    Series in = line("members" + name, own, FitPoint::trainAccuracy, MEMBERS, c);
    Series out =
        line("non-members" + name, own, FitPoint::testAccuracy, OTHERS, c)
            .withStyle(LineStyle.DASHED);
    chart.add(listed ? in : in.unlisted()).add(listed ? out : out.unlisted());
  }

  // a whole number of tenths, half unless a model is worse
  private static double floor(List<FitPoint> fits) {
    double least =
        fits.stream()
            .mapToDouble(fit -> Math.min(fit.trainAccuracy(), fit.testAccuracy()))
            .min()
            .orElse(0.5);
    return Math.max(0, Math.min(0.5, Math.floor(10 * least) / 10));
  }

  /** The attack's accuracy against n. */
  public static LineChart attack(List<FitPoint> fits) {
    LineChart.Builder chart = overImages(sizes(fits)).y(attackAxis(fits, FitPoint::attackAccuracy));
    for (double c : regularisers(fits)) {
      chart.add(line("C = " + regulariser(c), of(fits, c), FitPoint::attackAccuracy, ATTACK, c));
    }
    return chart.description(ATTACKED).build();
  }

  /**
   * The accuracy of any attack for the screen, with a point on the model that is looked at.
   *
   * @param sizes the numbers of images that are or will be measured, for the axis
   * @param accuracy of the attack on a model, in [0, 1]; NaN where it is not known
   * @param chosen C of the model with the point
   * @param n where the point stands, if that is fitted
   */
  public static LineChart attack(
      List<FitPoint> fits,
      List<Integer> sizes,
      ToDoubleFunction<FitPoint> accuracy,
      double chosen,
      int n) {
    LineChart.Builder chart =
        overImages(sizes).y(attackAxis(fits, accuracy)).legend(LineChart.Legend.ABOVE);
    for (double c : regularisers(fits)) {
      String name = "C = " + symbol(c) + (Double.isInfinite(c) ? "" : ", regularised");
      chart.add(line(name, of(fits, c), accuracy, ATTACK, c));
    }
    of(fits, chosen).stream()
        .filter(fit -> fit.n() == n && Double.isFinite(accuracy.applyAsDouble(fit)))
        .forEach(
            fit ->
                chart
                    .add(
                        new Series(
                                CHOSEN,
                                new double[] {n},
                                new double[] {accuracy.applyAsDouble(fit)},
                                FigureTheme::accent)
                            .unlisted())
                    .marker(n, CHOSEN));
    return chart.description(ATTACKED).build();
  }

  // from 50 to 70 % unless an attack is worse or better
  private static Axis attackAxis(List<FitPoint> fits, ToDoubleFunction<FitPoint> accuracy) {
    double[] known = fits.stream().mapToDouble(accuracy).filter(Double::isFinite).toArray();
    double least = DoubleStream.of(known).min().orElse(0.5);
    double most = DoubleStream.of(known).max().orElse(0.7);
    return Axis.percent(
        Math.min(0.5, Math.floor(20 * least) / 20), Math.max(0.7, Math.ceil(20 * most) / 20));
  }

  private static List<Integer> sizes(List<FitPoint> fits) {
    return fits.stream().map(FitPoint::n).toList();
  }

  private static LineChart.Builder overImages(List<Integer> sizes) {
    int least = sizes.stream().mapToInt(n -> n).min().orElse(100);
    int most = sizes.stream().mapToInt(n -> n).max().orElse(10_000);
    return LineChart.builder()
        .x(
            Axis.fixed(least, Math.max(most, least + 1))
                .withLog(true)
                .withTicks(ticks(sizes))
                .withLabel("images learned from"));
  }

  /** Some of the sizes themselves, so far apart that their numbers have room. */
  private static double[] ticks(List<Integer> sizes) {
    int[] rising = sizes.stream().mapToInt(n -> n).distinct().sorted().toArray();
    List<Double> ticks = new ArrayList<>();
    int most = rising.length == 0 ? 0 : rising[rising.length - 1];
    for (int n : rising) {
      boolean far = ticks.isEmpty() || n >= APART * ticks.get(ticks.size() - 1);
      if (n == most || far && most >= APART * n) {
        ticks.add((double) n);
      }
    }
    return ticks.stream().mapToDouble(n -> n).toArray();
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

  /**
   * The same for the screen, with a marker.
   *
   * @param variances that are or will be measured, for the axis
   * @param variance where the marker stands
   */
  public static LineChart noise(List<NoisyPoint> points, List<Double> variances, double variance) {
    double[] above = variances.stream().mapToDouble(v -> v).filter(v -> v > 0).sorted().toArray();
    double least = above.length == 0 ? 0.01 : above[0];
    double most = above.length == 0 ? 1 : Math.max(above[above.length - 1], 10 * least);
    LineChart.Builder chart =
        points.isEmpty() ? LineChart.builder().y(Axis.percent(0, 1)) : noise(points).toBuilder();
    for (String name : List.of("members", "non-members", "attack")) {
      chart.atMarker(name, false);
    }
    return chart
        .x(Axis.logFromZero(least, most).withTicks(0, least, 10 * least, 100 * least, most))
        .legend(LineChart.Legend.ABOVE)
        .marker(variance, "")
        .build();
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
