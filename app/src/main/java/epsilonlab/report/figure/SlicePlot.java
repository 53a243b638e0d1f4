package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A loss on a plane as a heat map, with the line where the answer changes and an attack's way.
 *
 * @param along grid values of the horizontal direction, growing
 * @param aside grid values of the vertical direction, growing upwards
 * @param loss {@code loss[i][j]} at {@code aside[i]}, {@code along[j]}
 * @param margin laid out alike; the answer changes where it is 0
 * @param pathAlong where the way's steps lie; the first is the original, the last the result
 * @param pathAside the same
 * @param marked the step that stands out, or -1
 */
public record SlicePlot(
    double[] along,
    double[] aside,
    double[][] loss,
    double[][] margin,
    double[] pathAlong,
    double[] pathAside,
    int marked)
    implements Figure {
  private static final Hue HOT = SeriesColours.FGSM_TRAINED;
  private static final Hue WAY = SeriesColours.LENET;
  private static final double LEFT = 26;
  private static final double RIGHT = 76;
  private static final double TOP = 4;
  private static final double BOTTOM = 42;

  /** The same plane with another step standing out; cheap enough for every move of a slider. */
  public SlicePlot withMarked(int step) {
    return new SlicePlot(along, aside, loss, margin, pathAlong, pathAside, step);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    double unit = theme.text() / 13;
    return Math.round(width - (LEFT + RIGHT - TOP - BOTTOM) * unit);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    new Painting(pen, width, height, theme).paint();
  }

  private double lowest() {
    return Arrays.stream(loss).flatMapToDouble(Arrays::stream).min().orElse(0);
  }

  private double highest() {
    return Arrays.stream(loss).flatMapToDouble(Arrays::stream).max().orElse(0);
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < aside.length; i++) {
      for (int j = 0; j < along.length; j++) {
        rows.add(List.of(along[j], aside[i], loss[i][j], margin[i][j]));
      }
    }
    return new FigureTable(
        List.of("along the attack", "along a random direction", "loss", "margin"), rows);
  }

  @Override
  public String description() {
    long fooled = Arrays.stream(margin).flatMapToDouble(Arrays::stream).filter(m -> m > 0).count();
    return "The loss on the plane of the attack's direction and a random one, from "
        + Numbers.plain(rounded(lowest()))
        + " to "
        + Numbers.plain(rounded(highest()))
        + "; the network is fooled at "
        + Numbers.percent((double) fooled / (along.length * aside.length))
        + " of its points. The attack's way has "
        + pathAlong.length
        + " points.";
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.3g", value));
  }

  private static String brief(double value) {
    return Math.abs(value) < 1e5
        ? Numbers.plain(rounded(value))
        : Numbers.plain(rounded(value / 1e3)) + "k";
  }

  /** One painting of the plane. */
  private final class Painting {
    private final Pen pen;
    private final FigureTheme theme;
    private final TextStyle text;
    private final double unit;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;

    Painting(Pen pen, double width, double height, FigureTheme theme) {
      this.pen = pen;
      this.theme = theme;
      unit = theme.text() / 13;
      text = TextStyle.regular(theme.text());
      left = LEFT * unit;
      top = TOP * unit;
      // both directions have the same unit
      double side = Math.min(width - (LEFT + RIGHT) * unit, height - (TOP + BOTTOM) * unit);
      right = left + side;
      bottom = top + side;
    }

    void paint() {
      if (right - left < 40 || bottom - top < 40) {
        return;
      }
      heat();
      pen.pushClip(left, top, right - left, bottom - top);
      boundary();
      way();
      pen.popClip();
      pen.strokeRect(left, top, right - left, bottom - top, 1, theme.border());
      axis();
      scale();
    }

    private double px(double value) {
      double cell = along[1] - along[0];
      double from = along[0] - cell / 2;
      return left + (value - from) / (cell * along.length) * (right - left);
    }

    private double py(double value) {
      double cell = aside[1] - aside[0];
      double from = aside[0] - cell / 2;
      return bottom - (value - from) / (cell * aside.length) * (bottom - top);
    }

    private int colour(double share) {
      return Colours.mix(theme.ground(), HOT.on(theme), 0.04 + 0.86 * share);
    }

    private void heat() {
      int[] argb = new int[along.length * aside.length];
      double low = lowest();
      double range = Math.max(1e-12, highest() - low);
      for (int i = 0; i < aside.length; i++) {
        for (int j = 0; j < along.length; j++) {
          // the first row of pixels is the upper one
          int place = (aside.length - 1 - i) * along.length + j;
          argb[place] = colour((loss[i][j] - low) / range);
        }
      }
      pen.drawPixels(argb, along.length, aside.length, left, top, right - left, bottom - top);
    }

    /** Where the margin is 0, by marching squares. */
    private void boundary() {
      Stroke stroke = new Stroke(2 * unit, theme.ink());
      for (int i = 0; i + 1 < aside.length; i++) {
        for (int j = 0; j + 1 < along.length; j++) {
          List<double[]> crossings = new ArrayList<>();
          crossing(crossings, i, j, i, j + 1);
          crossing(crossings, i, j + 1, i + 1, j + 1);
          crossing(crossings, i + 1, j + 1, i + 1, j);
          crossing(crossings, i + 1, j, i, j);
          for (int k = 0; k + 1 < crossings.size(); k += 2) {
            double[] a = crossings.get(k);
            double[] b = crossings.get(k + 1);
            pen.line(a[0], a[1], b[0], b[1], stroke);
          }
        }
      }
    }

    private void crossing(List<double[]> crossings, int i, int j, int k, int l) {
      double a = margin[i][j];
      double b = margin[k][l];
      if (a > 0 == b > 0) {
        return;
      }
      double share = Double.isFinite(a / (a - b)) ? a / (a - b) : 0.5;
      crossings.add(
          new double[] {
            px(along[j] + share * (along[l] - along[j])),
            py(aside[i] + share * (aside[k] - aside[i]))
          });
    }

    private void way() {
      int n = pathAlong.length;
      double[] xs = new double[n];
      double[] ys = new double[n];
      for (int s = 0; s < n; s++) {
        // a far step would take the line beyond what can be drawn
        xs[s] = Math.max(-1e4, Math.min(1e4, px(pathAlong[s])));
        ys[s] = Math.max(-1e4, Math.min(1e4, py(pathAside[s])));
      }
      pen.polyline(xs, ys, n, new Stroke(4 * unit, Colours.fade(theme.ground(), 0.7)));
      pen.polyline(xs, ys, n, new Stroke(2 * unit, WAY.on(theme)));
      for (int s = 1; s + 1 < n; s++) {
        pen.fillCircle(xs[s], ys[s], 2 * unit, WAY.on(theme));
      }
      Marker.RING.draw(pen, xs[0], ys[0], 5 * unit, theme.ink(), theme.ground());
      Marker.DIAMOND.draw(pen, xs[n - 1], ys[n - 1], 6 * unit, theme.ink(), theme.ground());
      symbol("x", xs[0], ys[0]);
      symbol("x*", xs[n - 1], ys[n - 1]);
      if (marked >= 0 && marked < n) {
        Marker.DOT.draw(pen, xs[marked], ys[marked], 6 * unit, theme.accent(), theme.ground());
      }
    }

    private void symbol(String symbol, double x, double y) {
      TextStyle style = TextStyle.maths(theme.text() + 1);
      double wide = pen.textWidth(symbol, style);
      double from = Math.max(left + 4, Math.min(right - wide - 4, x - wide / 2));
      double base = y + (y < top + 40 * unit ? 24 : -12) * unit;
      pen.fillRound(
          from - 3,
          base - theme.text(),
          wide + 6,
          theme.text() * 1.3,
          3,
          Colours.fade(theme.ground(), 0.75));
      pen.text(symbol, from, base, style, Anchor.LEFT, theme.ink());
    }

    private void axis() {
      for (double tick : new double[] {0, 0.5, 1}) {
        double x = px(tick);
        pen.line(x, bottom, x, bottom + 4, new Stroke(1, theme.border()));
        pen.text(Numbers.plain(tick), x, bottom + 17 * unit, text, Anchor.CENTER, theme.muted());
      }
      for (double tick : new double[] {-1, 0, 1}) {
        pen.text(
            Numbers.plain(tick),
            left - 6 * unit,
            py(tick) + 4.5 * unit,
            text,
            Anchor.RIGHT,
            theme.muted());
      }
      String words = "across: the attack; up: a random direction";
      boolean room = pen.textWidth(words, text) <= right - left + LEFT * unit;
      pen.text(
          room ? words : "→ attack, ↑ random",
          (left + right) / 2,
          bottom + 36 * unit,
          text,
          Anchor.CENTER,
          theme.muted());
    }

    private void scale() {
      double x = right + 12 * unit;
      double wide = 12 * unit;
      double head = top + 20 * unit;
      int[] argb = new int[64];
      Arrays.setAll(argb, i -> colour(1 - i / 63.0));
      pen.text("loss", x, top + 11 * unit, text, Anchor.LEFT, theme.muted());
      pen.drawPixels(argb, 1, 64, x, head, wide, bottom - head);
      pen.strokeRect(x, head, wide, bottom - head, 1, theme.border());
      double beside = x + wide + 5 * unit;
      pen.text(brief(highest()), beside, head + 10 * unit, text, Anchor.LEFT, theme.muted());
      // next to the largest it is nothing
      boolean tiny = Math.abs(lowest()) < 1e-3 * Math.abs(highest());
      String least = tiny ? "0" : brief(lowest());
      pen.text(least, beside, bottom, text, Anchor.LEFT, theme.muted());
    }
  }
}
