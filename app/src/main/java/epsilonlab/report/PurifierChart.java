package epsilonlab.report;

import epsilonlab.defence.purify.PurifierCurves;
import epsilonlab.defence.purify.PurifierEvent;
import epsilonlab.defence.purify.PurifierSetting;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A purifier as a defence: accuracy against epsilon without it, with it, and under the attack that
 * knows of it. What lies between the last two was never there, and is filled.
 */
public final class PurifierChart {
  /** The colour of the lines with the purifier. */
  public static final Hue PURIFIER = SeriesColours.LENET;

  private static final double THICK = 3;

  private PurifierChart() {}

  /**
   * The chart, with a fixed axis from 0 to 100 %.
   *
   * @param curves as far as they are known
   * @param classifier the colour of the line without a defence
   * @param most the right end of the epsilon axis
   * @param marker where the marker stands, or NaN
   */
  public static LineChart of(PurifierCurves curves, Hue classifier, double most, double marker) {
    Series undefended =
        series(curves, PurifierSetting.UNDEFENDED, classifier).withStyle(LineStyle.DOTTED);
    Series plain = series(curves, PurifierSetting.PLAIN, PURIFIER).withStyle(LineStyle.DASHED);
    Series adaptive = series(curves, PurifierSetting.ADAPTIVE, PURIFIER).withWidth(THICK);
    return LineChart.builder()
        .x(Axis.fixed(0, Math.max(1e-9, most)).withLabel("size of the attack, ε"))
        .y(Axis.percent(0, 1))
        .legend(LineChart.Legend.ABOVE)
        .add(undefended)
        .addBand(adaptive, plain, FigureTheme::danger)
        .marker(marker, null)
        .atMarker(PurifierSetting.UNDEFENDED.title(), false)
        .atMarker(PurifierSetting.PLAIN.title(), true)
        .atMarker(PurifierSetting.ADAPTIVE.title(), true)
        .emptyText("Not attacked yet.")
        .description("Accuracy against epsilon")
        .build();
  }

  // a point more on one line than on the other would slant the end of what lies between
  private static Series series(PurifierCurves curves, PurifierSetting setting, Hue colour) {
    int complete = curves.curve(PurifierSetting.ADAPTIVE).size();
    List<PurifierEvent.Point> points = curves.curve(setting).subList(0, complete);
    return new Series(
        setting.title(),
        values(points, PurifierEvent.Point::epsilon),
        values(points, PurifierEvent.Point::accuracy),
        colour);
  }

  private static double[] values(
      List<PurifierEvent.Point> points, ToDoubleFunction<PurifierEvent.Point> value) {
    return points.stream().mapToDouble(value).toArray();
  }
}
