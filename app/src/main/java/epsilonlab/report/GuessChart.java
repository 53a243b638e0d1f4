package epsilonlab.report;

import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.fact.Curve;
import epsilonlab.lesson.fact.Format;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import java.util.Optional;

/** The chart that a student draws a curve into, with the guess and, once it is known, the truth. */
public final class GuessChart {
  /** What the guess is called in the legend. */
  public static final String GUESS = "your guess";

  private GuessChart() {}

  /** The chart with a guess that is still being drawn. */
  public static LineChart.Builder drawing(Question.Drawn question, double[] x, double[] y) {
    return empty(question).add(guess(x, y));
  }

  /** The chart with a guess that was made, and the truth beside it. */
  public static LineChart of(
      Question.Drawn question, Guess.Line guess, Optional<Guess.Line> truth) {
    LineChart.Builder chart = drawing(question, xs(guess), ys(guess));
    truth.ifPresent(
        known ->
            chart.add(
                new Series("the truth", xs(known), ys(known), FigureTheme::ink).withWidth(3)));
    return chart.build();
  }

  private static LineChart.Builder empty(Question.Drawn question) {
    double first = question.x().get(0);
    double last = question.x().get(question.x().size() - 1);
    Axis y =
        question.format() == Format.SHARE
            ? Axis.percent(question.from(), question.to())
            : Axis.fixed(question.from(), question.to());
    return LineChart.builder()
        .x(Axis.fixed(first, last).withLabel(question.xLabel()))
        .y(y.withLabel(question.yLabel()))
        .legend(LineChart.Legend.ABOVE)
        .description(question.yLabel() + " against " + question.xLabel());
  }

  private static Series guess(double[] x, double[] y) {
    return new Series(GUESS, x, y, FigureTheme::accent)
        .withStyle(LineStyle.DASHED)
        .withWidth(2)
        .withMarker(Marker.DOT);
  }

  private static double[] xs(Guess.Line line) {
    return line.curve().points().stream().mapToDouble(Curve.Point::x).toArray();
  }

  private static double[] ys(Guess.Line line) {
    return line.curve().points().stream().mapToDouble(Curve.Point::y).toArray();
  }
}
