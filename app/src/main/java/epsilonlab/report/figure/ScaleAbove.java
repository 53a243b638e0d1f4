package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Paints the second scale of a chart's x axis, above the plot. */
final class ScaleAbove {
  /** The room that it takes, in logical pixels. */
  static final double HEIGHT = 40;

  private static final double APART = 8;

  private final LineChart chart;
  private final Pen pen;
  private final FigureTheme theme;
  private final double unit;
  private final TextStyle style;

  ScaleAbove(LineChart chart, Pen pen, FigureTheme theme) {
    this.chart = chart;
    this.pen = pen;
    this.theme = theme;
    unit = theme.text() / 13;
    style = TextStyle.regular(theme.text());
  }

  /** Where the plot's edges are, in pixels. */
  void paint(double left, double top, double right) {
    pen.line(left, top, right, top, new Stroke(1, theme.grid()));
    List<double[]> taken = new ArrayList<>();
    for (LineChart.Tick tick : chart.above.ticks()) {
      double place = chart.x.place(tick.x());
      double x = Math.round(left + place * (right - left));
      double half = pen.textWidth(tick.text(), style) / 2 + APART / 2 * unit;
      boolean free = taken.stream().noneMatch(one -> x - half < one[1] && x + half > one[0]);
      if (place > -1e-9 && place < 1 + 1e-9 && free) {
        taken.add(new double[] {x - half, x + half});
        pen.line(x, top - 5, x, top, new Stroke(1, theme.border()));
        pen.text(tick.text(), x, top - 9 * unit, style, Anchor.CENTER, theme.muted());
      }
    }
    double middle = (left + right) / 2;
    double base = top - 27 * unit;
    pen.text(chart.above.label(), middle, base, style, Anchor.CENTER, theme.muted());
  }
}
