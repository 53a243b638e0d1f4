package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Names the lines of a chart: in a row above, in a column at the right, or in the corner of the
 * plot that they use least.
 */
final class LegendPainter {
  // as many places as are tried each way where no corner is free
  private static final int PLACES = 12;
  private static final double AIR = 2;

  private final LineChart chart;
  private final Pen pen;
  private final FigureTheme theme;
  private final double unit;
  private final double width;
  private final TextStyle style;
  private final List<Series> listed;

  LegendPainter(LineChart chart, Pen pen, double width, FigureTheme theme) {
    this.chart = chart;
    this.width = width;
    this.pen = pen;
    this.theme = theme;
    unit = theme.text() / 13;
    style = TextStyle.regular(theme.text());
    listed = chart.series.stream().filter(s -> s.listed).toList();
  }

  /**
   * Only the lines decide the corner, so that the legend stays while a marker moves.
   *
   * @param plot left, top, right, bottom
   * @param points the lines in pixels
   */
  void paint(double[] plot, Function<Series, List<double[][]>> points) {
    if (!chart.keys.isEmpty()) {
      keys();
      return;
    }
    if (listed.isEmpty()) {
      return;
    }
    if (chart.legend == LineChart.Legend.ABOVE) {
      double x = 0;
      for (Series s : listed) {
        sample(s, x, 10 * unit, 22 * unit);
        pen.text(s.name, x + 28 * unit, 14.5 * unit, style, Anchor.LEFT, theme.ink());
        x += pen.textWidth(s.name, style) + 40 * unit;
      }
      return;
    }
    if (chart.legend == LineChart.Legend.RIGHT) {
      column(plot[2] + 12 * unit, plot[1]);
      return;
    }
    double wide = 0;
    for (Series s : listed) {
      wide = Math.max(wide, pen.textWidth(s.name, style));
    }
    wide += 42 * unit;
    double high = listed.size() * 19 * unit + 2;
    double[] box = emptiest(plot, wide, high, points);
    if (box[2] > 0) {
      pen.fillRect(box[0], box[1], wide, high, Colours.fade(theme.ground(), 0.85));
    }
    column(box[0], box[1]);
  }

  private void column(double left, double top) {
    double y = top + 10 * unit;
    for (Series s : listed) {
      sample(s, left + 4 * unit, y, 26 * unit);
      pen.text(s.name, left + 38 * unit, y + 4.5 * unit, style, Anchor.LEFT, theme.ink());
      y += 19 * unit;
    }
  }

  /** Styles from the left, colours up to the right edge if there is room for all of them. */
  private void keys() {
    double x = 0;
    double base = 14.5 * unit;
    double middle = 10 * unit;
    for (LineChart.Key key : chart.keys) {
      if (key.sample() != null) {
        int argb = key.colour().on(theme);
        pen.line(x, middle, x + 27 * unit, middle, key.sample().stroke(key.width(), argb));
        pen.text(key.name(), x + 33 * unit, base, style, Anchor.LEFT, theme.ink());
        x += pen.textWidth(key.name(), style) + 53 * unit;
      }
    }
    List<LineChart.Key> colours = chart.keys.stream().filter(key -> key.sample() == null).toList();
    double wide = -20 * unit;
    for (LineChart.Key key : colours) {
      wide += pen.textWidth(key.name(), style) + 36 * unit;
    }
    double at = width - wide;
    if (at < x) {
      return;
    }
    for (LineChart.Key key : colours) {
      pen.fillCircle(at + 5 * unit, middle, 5 * unit, key.colour().on(theme));
      pen.text(key.name(), at + 16 * unit, base, style, Anchor.LEFT, theme.ink());
      at += pen.textWidth(key.name(), style) + 36 * unit;
    }
  }

  private void sample(Series s, double x, double y, double length) {
    int argb = Colours.fade(s.argb(theme), chart.stale ? 0.35 : 1);
    pen.line(x, y, x + length, y, s.style.stroke(Math.max(2, s.width), argb));
    if (s.marker != Marker.NONE && s.marker != Marker.DOT) {
      s.marker.draw(pen, x + length / 2, y, 4 * unit, argb, theme.ground());
    }
  }

  /**
   * The upper left corner, and how much of the lines it hides. A corner of the plot if one is free,
   * else any place that is, else the one that hides least.
   */
  private double[] emptiest(
      double[] plot, double wide, double high, Function<Series, List<double[][]>> points) {
    List<double[][]> lines = chart.series.stream().map(points).flatMap(List::stream).toList();
    double lowX = plot[0] + 4 * unit;
    double highX = Math.max(lowX, plot[2] - wide);
    double lowY = plot[1] + 1 * unit;
    double highY = Math.max(lowY, plot[3] - high - 6 * unit);
    List<double[]> places =
        new ArrayList<>(
            List.of(
                new double[] {highX, lowY},
                new double[] {lowX, lowY},
                new double[] {lowX, highY},
                new double[] {highX, highY}));
    for (int i = 0; i <= PLACES; i++) {
      for (int k = PLACES; k >= 0; k--) {
        places.add(
            new double[] {lowX + (highX - lowX) * k / PLACES, lowY + (highY - lowY) * i / PLACES});
      }
    }
    double[] best = places.get(0);
    double least = Double.MAX_VALUE;
    for (double[] place : places) {
      double cost =
          Covered.length(
              lines,
              new Covered.Box(
                  place[0], place[1] - AIR * unit, place[0] + wide, place[1] + high + AIR * unit));
      if (cost < least - 1e-9) {
        least = cost;
        best = place;
      }
      if (least == 0) {
        break;
      }
    }
    return new double[] {best[0], best[1], least};
  }
}
