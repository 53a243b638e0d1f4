package epsilonlab.report;

import epsilonlab.defence.Alarm;
import epsilonlab.defence.RobustPoint;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.training.TrainingMethod;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The race of training methods: accuracy while they train. Colour tells the method, line style what
 * it is measured against; the lines against PGD say at their ends how they stand.
 */
public final class RaceChart {
  private static final double MARGIN = 120;
  private static final double APART = 3;
  private static final double THICK = 3;
  private static final double MIDDLE = 2;
  private static final double THIN = 1.5;

  private RaceChart() {}

  /**
   * The course of one method.
   *
   * @param points in the order of time
   */
  public record Line(TrainingMethod method, List<RobustPoint> points) {}

  /**
   * The chart, with fixed axes from 0 to 100 % and from 0 to the last epoch.
   *
   * @param lines in the order of the methods
   * @param epochs the right end of the axis
   * @param alarms what went wrong and when
   */
  public static LineChart of(List<Line> lines, double epochs, List<Alarm> alarms) {
    LineChart.Builder chart =
        LineChart.builder()
            .x(Axis.epochs(epochs))
            .y(Axis.percent(0, 1).withLabel("accuracy"))
            .legend(LineChart.Legend.ABOVE)
            .margin(MARGIN)
            .apart(APART)
            .styleKey("against PGD", LineStyle.SOLID, THICK)
            .styleKey("against FGSM", LineStyle.DASHED, MIDDLE)
            .styleKey("clean", LineStyle.DOTTED, THIN)
            .emptyText("The lines begin with the first measurement.")
            .description("Accuracy by epoch while the networks train");
    for (int i = 0; i < lines.size(); i++) {
      TrainingMethod method = lines.get(i).method();
      String last = i == lines.size() - 1 ? " training" : "";
      chart.colourKey(method.title() + last, SeriesColours.ofMethod(method.id()));
    }
    for (Line line : lines) {
      chart.add(series(line, "clean", RobustPoint::clean, LineStyle.DOTTED, THIN));
    }
    for (Line line : lines) {
      chart.add(series(line, "against FGSM", RobustPoint::fgsm, LineStyle.DASHED, MIDDLE));
    }
    for (Line line : lines) {
      Series pgd = series(line, "against PGD", RobustPoint::pgd, LineStyle.SOLID, THICK);
      chart.add(line.points().isEmpty() ? pgd : pgd.withEndLabel(endLabel(line)));
    }
    alarms.forEach(alarm -> chart.warning(alarm.epoch()));
    return chart.build();
  }

  private static String endLabel(Line line) {
    RobustPoint last = line.points().get(line.points().size() - 1);
    return String.format(Locale.ROOT, "%s %.0f %%", line.method().title(), 100 * last.pgd());
  }

  private static Series series(
      Line line,
      String against,
      ToDoubleFunction<RobustPoint> value,
      LineStyle style,
      double wide) {
    return new Series(
            line.method().title() + ", " + against,
            line.points().stream().mapToDouble(RobustPoint::epochs).toArray(),
            line.points().stream().mapToDouble(value).toArray(),
            SeriesColours.ofMethod(line.method().id()))
        .withStyle(style)
        .withWidth(wide);
  }
}
