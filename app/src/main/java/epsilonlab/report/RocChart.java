package epsilonlab.report;

import epsilonlab.privacy.Confusion;
import epsilonlab.privacy.Roc;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;
import java.util.Map;

/** The members found against the non-members accused, for every threshold. */
public final class RocChart {
  private static final double LEAST = 1e-5;
  // beside the colours, which not everybody can tell apart
  private static final List<LineStyle> STYLES =
      List.of(LineStyle.SOLID, LineStyle.DASHED, LineStyle.DASHDOT);
  private static final List<Hue> COLOURS =
      List.of(
          SeriesColours.LENET,
          SeriesColours.FGSM_TRAINED,
          SeriesColours.SMALL_CNN,
          SeriesColours.PGD_TRAINED,
          SeriesColours.LOGISTIC,
          SeriesColours.MLP,
          SeriesColours.MADRY_CNN);

  private RocChart() {}

  /**
   * Both axes from 0 to 100 %.
   *
   * @param curves by the name of the attack, in the order of the legend
   */
  public static LineChart linear(Map<String, Roc> curves) {
    return chart(curves, Axis.percent(0, 1), Axis.percent(0, 1), guessing(0.001)).build();
  }

  /**
   * The same of one attack, to be shown with a {@link #withPoint moving point}.
   *
   * @param name of the attack
   */
  public static LineChart linear(String name, Roc curve) {
    return linear(Map.of(name, curve)).toBuilder().legend(LineChart.Legend.NONE).build();
  }

  /**
   * A linear chart with a point on it and the guides that lead to it; cheap enough for every move
   * of a threshold, if it is always the same chart without a point that is asked.
   */
  public static LineChart withPoint(LineChart chart, Confusion point) {
    double x = point.falsePositiveRate();
    double y = point.truePositiveRate();
    return chart.toBuilder()
        .add(guide("across", new double[] {0, x}, new double[] {y, y}))
        .add(guide("down", new double[] {x, x}, new double[] {0, y}))
        .add(
            new Series("threshold", new double[] {x}, new double[] {y}, FigureTheme::accent)
                .withMarker(Marker.DOT)
                .unlisted())
        .build();
  }

  /**
   * Both axes logarithmic, down to one accused of all: Carlini et al., "Membership Inference
   * Attacks From First Principles" (2022), for an attack that is sure of a few members only.
   */
  public static LineChart logarithmic(Map<String, Roc> curves) {
    int others = curves.values().stream().mapToInt(Roc::others).max().orElse(1);
    double least = Math.max(LEAST, Math.pow(10, Math.min(-1, Math.floor(-Math.log10(others)))));
    Axis axis = Axis.percent(least, 1).withLog(true);
    return chart(curves, axis, axis, guessing(least)).build();
  }

  private static LineChart.Builder chart(Map<String, Roc> curves, Axis x, Axis y, Series guessing) {
    LineChart.Builder chart =
        LineChart.builder()
            .x(x.withLabel("non-members accused"))
            .y(y.withLabel("members found"))
            .add(guessing)
            .description("Members found against non-members accused");
    int i = 0;
    for (Map.Entry<String, Roc> curve : curves.entrySet()) {
      LineStyle style = STYLES.get(i % STYLES.size());
      Hue colour = COLOURS.get(i++ % COLOURS.size());
      chart.add(line(curve.getKey(), curve.getValue(), colour).withStyle(style));
    }
    return chart;
  }

  private static Series line(String name, Roc roc, Hue colour) {
    List<Roc.Point> points = roc.corners();
    double[] x = new double[points.size()];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = points.get(i).confusion().falsePositiveRate();
      y[i] = points.get(i).confusion().truePositiveRate();
    }
    return new Series(name, x, y, colour).withWidth(2.5);
  }

  /** The diagonal, with points enough to be right on logarithmic axes too. */
  private static Series guessing(double least) {
    return new Series(
            "guessing", new double[] {0, least, 1}, new double[] {0, least, 1}, FigureTheme::muted)
        .withStyle(LineStyle.DOTTED)
        .withWidth(1.5);
  }

  private static Series guide(String name, double[] x, double[] y) {
    return new Series(name, x, y, FigureTheme::ink)
        .withStyle(LineStyle.DOTTED)
        .withWidth(1.5)
        .unlisted();
  }
}
