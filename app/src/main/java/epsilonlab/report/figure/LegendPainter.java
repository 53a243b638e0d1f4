package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Names the lines of a chart: in a row above, in a column at the right, or in the corner of the
 * plot that they use least.
 */
final class LegendPainter {
  // as many places as are tried each way where no corner is free
  private static final int PLACES = 6;

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
    Rows rows = emptiest(plot, points);
    for (int i = 0; i < listed.size(); i++) {
      Covered.Box row = rows.boxes().get(i);
      if (rows.hidden()[i] > 0) {
        pen.fillRect(
            row.left(),
            row.top(),
            row.right() - row.left(),
            row.bottom() - row.top(),
            Colours.fade(theme.ground(), 0.85));
      }
      double middle = (row.top() + row.bottom()) / 2;
      entry(listed.get(i), row.left() + 4 * unit, middle, rows.sample());
    }
  }

  private void column(double left, double top) {
    double y = top + 10 * unit;
    for (Series s : listed) {
      entry(s, left + 4 * unit, y, 26 * unit);
      y += 19 * unit;
    }
  }

  private void entry(Series s, double x, double y, double length) {
    sample(s, x, y, length);
    pen.text(s.name, x + length + 8 * unit, y + 4.5 * unit, style, Anchor.LEFT, theme.ink());
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
   * Where the rows of a legend stand.
   *
   * @param sample how long the piece of line before each name is
   * @param hidden how much of the lines each row hides
   */
  private record Rows(List<Covered.Box> boxes, double sample, double[] hidden) {
    double cost() {
      return Arrays.stream(hidden).sum();
    }
  }

  /**
   * In a corner of the plot if one is free; else tighter, or along the right edge, or anywhere that
   * is free; else where least is hidden.
   */
  private Rows emptiest(double[] plot, Function<Series, List<double[][]>> points) {
    List<double[][]> lines = chart.series.stream().map(points).flatMap(List::stream).toList();
    Rows best = null;
    for (double[] size : new double[][] {{26, 19}, {18, 17}}) {
      double sample = size[0] * unit;
      double pitch = size[1] * unit;
      for (double[] place : places(plot, sample, pitch, size[0] < 26)) {
        Rows rows = rows(place, sample, pitch, lines);
        if (best == null || rows.cost() < best.cost() - 1e-9) {
          best = rows;
        }
        if (best.cost() == 0) {
          return best;
        }
      }
    }
    return best;
  }

  /** Left and top of the first row, and 1 where the rows end below one another on the right. */
  private List<double[]> places(double[] plot, double sample, double pitch, boolean anywhere) {
    double lowX = plot[0] + 4 * unit;
    double highX = Math.max(lowX, plot[2] - widest(sample));
    double lowY = plot[1] + 1 * unit;
    double highY = Math.max(lowY, plot[3] - listed.size() * pitch - 8 * unit);
    List<double[]> places =
        new ArrayList<>(
            List.of(
                new double[] {highX, lowY, 0},
                new double[] {lowX, lowY, 0},
                new double[] {lowX, highY, 0},
                new double[] {highX, highY, 0},
                new double[] {highX, lowY, 1},
                new double[] {highX, highY, 1}));
    for (int i = 0; anywhere && i <= PLACES; i++) {
      for (int k = PLACES; k >= 0; k--) {
        double x = lowX + (highX - lowX) * k / PLACES;
        places.add(new double[] {x, lowY + (highY - lowY) * i / PLACES, 0});
      }
    }
    return places;
  }

  private double widest(double sample) {
    return listed.stream().mapToDouble(s -> wide(s, sample)).max().orElse(0);
  }

  private double wide(Series s, double sample) {
    return pen.textWidth(s.name, style) + sample + 16 * unit;
  }

  private Rows rows(double[] place, double sample, double pitch, List<double[][]> lines) {
    List<Covered.Box> boxes = new ArrayList<>();
    double[] hidden = new double[listed.size()];
    double right = place[0] + widest(sample);
    for (int i = 0; i < hidden.length; i++) {
      double wide = wide(listed.get(i), sample);
      double left = place[2] == 1 ? right - wide : place[0];
      double top = place[1] + i * pitch;
      Covered.Box row = new Covered.Box(left, top, left + wide, top + pitch);
      boxes.add(row);
      hidden[i] = Covered.length(lines, row);
    }
    return new Rows(boxes, sample, hidden);
  }
}
