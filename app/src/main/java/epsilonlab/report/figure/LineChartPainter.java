package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paints one {@link LineChart} once. */
final class LineChartPainter {
  // room for the title of the y axis above the plot
  private static final double TITLE = 18;
  private static final double BAND_OPACITY = 0.18;
  private static final double STALE_OPACITY = 0.35;
  private static final double LINE = 18;
  // as many places along a line as are tried for its name
  private static final int NAME_PLACES = 40;

  private final LineChart chart;
  private final Pen pen;
  private final double width;
  private final FigureTheme theme;
  private final double unit;
  private final TextStyle plain;
  private final TextStyle strong;
  private final double left;
  private final double top;
  private final double right;
  private final double bottom;
  private final double[] yTicks;
  // the lines in pixels, as they are drawn
  private final Map<Series, double[]> lines;

  LineChartPainter(LineChart chart, Pen pen, double width, double height, FigureTheme theme) {
    this.chart = chart;
    this.pen = pen;
    this.width = width;
    this.theme = theme;
    unit = theme.text() / 13;
    plain = TextStyle.regular(theme.text());
    strong = TextStyle.semibold(theme.text());
    top =
        ((chart.legend == LineChart.Legend.ABOVE ? 28 : 10)
                + (chart.above == null ? 0 : ScaleAbove.HEIGHT)
                + (chart.inReport ? TITLE : 0))
            * unit;
    bottom = height - (chart.x.label().isEmpty() ? 23 : 43) * unit;
    double room = (bottom - top) / unit;
    // those that a chart asks for may stand closer, but not one on the other
    yTicks = Ticks.thinned(chart.y.ticks((int) (room / 28)), (int) (room / LINE) + 1);
    double labels = 32 * unit;
    for (double tick : yTicks) {
      labels = Math.max(labels, pen.textWidth(yText(tick), plain));
    }
    left = Math.round(labels + 8 * unit);
    // the last number of the x axis stands half beyond its end
    double last = pen.textWidth(chart.x.text(chart.x.max, false), plain) / 2;
    double margin = Math.max(12 * unit, Math.min(30 * unit, last + 1));
    for (Series s : chart.series) {
      if (s.end == Series.End.NAME || s.end == Series.End.LABEL) {
        margin = Math.max(margin, pen.textWidth(endText(s), strong) + 20 * unit);
      }
    }
    right = width - Math.max(margin, chart.margin * unit);
    lines = spread();
  }

  void paint() {
    if (right - left < 20 || bottom - top < 20) {
      return;
    }
    axes();
    if (chart.isEmpty()) {
      double half = pen.textWidth(chart.emptyText, plain) / 2 + 8 * unit;
      double centre = (left + right) / 2;
      double middle = (top + bottom) / 2;
      // no grid line through the words
      pen.fillRect(centre - half, middle - 10 * unit, 2 * half, 20 * unit, theme.ground());
      pen.text(chart.emptyText, centre, middle + 5, plain, Anchor.CENTER, theme.muted());
      return;
    }
    marker();
    chart.warnings.forEach(this::warning);
    pen.pushClip(left - 1, top - 2, right - left + 2, bottom - top + 4);
    chart.bands.forEach(this::band);
    chart.series.forEach(this::line);
    pen.popClip();
    chart.series.forEach(this::signs);
    gap();
    if (chart.legend != LineChart.Legend.NONE) {
      new LegendPainter(chart, pen, width, theme)
          .paint(new double[] {left, top, right, bottom}, this::pixels);
    }
    List<Value> values = values();
    names(values.stream().map(Value::box).toList());
    for (Series s : marked()) {
      double y = py(s.at(chart.marker));
      Marker.DOT.draw(pen, px(chart.marker), y, 5.5 * unit, argb(s), theme.ground());
    }
    values.forEach(this::write);
  }

  /** How far along the x axis a place is: 0 at its beginning, 1 at its end. */
  double shareAt(double pixels) {
    return (pixels - left) / (right - left);
  }

  /** How far up the y axis a place is: 0 at its foot, 1 at its top. */
  double heightAt(double pixels) {
    return (bottom - pixels) / (bottom - top);
  }

  private double px(double x) {
    return left + chart.x.place(x) * (right - left);
  }

  private double py(double y) {
    return bottom - chart.y.place(y) * (bottom - top);
  }

  private String yText(double tick) {
    return chart.y.text(tick, theme.presenting());
  }

  private void axes() {
    Stroke grid = new Stroke(1, theme.grid());
    for (double tick : yTicks) {
      double y = Math.round(py(tick)) + 0.5;
      if (py(tick) < bottom - 1) {
        pen.line(left, y, right, y, grid);
      }
      pen.text(yText(tick), left - 8 * unit, y + 4.5 * unit, plain, Anchor.RIGHT, theme.muted());
    }
    pen.line(left, bottom, right, bottom, new Stroke(2, theme.grid()));
    for (double tick :
        chart.x.ticks((int) ((right - left) / ((theme.presenting() ? 70 : 39) * unit)))) {
      double x = Math.round(px(tick));
      boolean here = theme.presenting() && Math.abs(tick - chart.marker) < 1e-9;
      pen.line(x, bottom, x, bottom + 5, new Stroke(1, theme.border()));
      pen.text(
          chart.x.text(tick, false),
          x,
          bottom + 18 * unit,
          here ? strong : plain,
          Anchor.CENTER,
          here ? theme.ink() : theme.muted());
    }
    if (chart.x.hasBreak()) {
      gapInAxis(px(0) + 0.62 * (px(chart.x.min) - px(0)));
    }
    if (!chart.x.label().isEmpty()) {
      double middle = (left + right) / 2;
      double foot = bottom + 37 * unit;
      pen.text(chart.x.label(), middle, foot, plain, Anchor.CENTER, theme.muted());
    }
    if (chart.inReport) {
      pen.text(chart.y.label(), 0, top - 12 * unit, plain, Anchor.LEFT, theme.muted());
    }
    if (chart.above != null) {
      new ScaleAbove(chart, pen, theme).paint(left, top, right);
    }
  }

  /** Two slanted strokes: here a part of the axis is left out. */
  private void gapInAxis(double x) {
    Stroke stroke = new Stroke(1.25, theme.muted());
    pen.fillRect(x - 3 * unit, bottom - 2, 6 * unit, 4, theme.ground());
    for (double at : new double[] {x - 3 * unit, x + 3 * unit}) {
      pen.line(at - 2 * unit, bottom + 5 * unit, at + 2 * unit, bottom - 5 * unit, stroke);
    }
  }

  private void marker() {
    double place = chart.x.place(chart.marker);
    if (place >= 0 && place <= 1) {
      double x = px(chart.marker);
      int argb = chart.signs.isEmpty() ? theme.muted() : theme.ink();
      pen.line(x, top, x, bottom, new Stroke(1.5 * unit, argb, 2 * unit, 3 * unit));
    }
  }

  private void warning(double at) {
    double x = px(at);
    pen.line(x, top, x, bottom, new Stroke(1.5 * unit, theme.warning(), 2 * unit, 3 * unit));
  }

  private static String endText(Series s) {
    return s.end == Series.End.LABEL ? s.endLabel : s.name;
  }

  /** The heights of all points in pixels; lines of one style that coincide are moved apart. */
  private Map<Series, double[]> spread() {
    Map<Series, double[]> spread = new LinkedHashMap<>();
    for (Series s : chart.series) {
      double[] ys = new double[s.y.length];
      for (int i = 0; i < ys.length; i++) {
        ys[i] = Math.max(-1e5, Math.min(1e5, py(s.y[i])));
        if (chart.apart > 0) {
          ys[i] = free(s.x[i], ys[i], s.style, spread);
        }
      }
      spread.put(s, ys);
    }
    return spread;
  }

  /** The place nearest to {@code y}, seen from the middle of the plot, that no line has taken. */
  private double free(double x, double y, LineStyle style, Map<Series, double[]> before) {
    double apart = chart.apart * unit;
    double inwards = y > (top + bottom) / 2 ? -1 : 1;
    double place = y;
    for (int tries = 0; tries <= before.size(); tries++) {
      double taken = Double.NaN;
      for (Map.Entry<Series, double[]> other : before.entrySet()) {
        double there =
            other.getKey().style == style
                ? Series.between(other.getKey().x, other.getValue(), x)
                : Double.NaN;
        if (Math.abs(there - place) < apart - 1e-6) {
          taken = there;
        }
      }
      if (Double.isNaN(taken)) {
        return place;
      }
      place = taken + inwards * apart;
    }
    return place;
  }

  private int argb(Series s) {
    return Colours.fade(s.argb(theme), chart.stale ? STALE_OPACITY : 1);
  }

  private double lineWidth(Series s) {
    return s.width * (theme.presenting() && s.width > 1.5 ? 1.8 : 1);
  }

  /** The points in pixels, thinned, as {xs, ys} for every unbroken part of the line. */
  private List<double[][]> pixels(Series s) {
    List<double[][]> parts = new ArrayList<>();
    int n = s.x.length;
    double[] xs = new double[n];
    double[] ys = new double[n];
    int count = 0;
    boolean ascending = true;
    for (int i = 0; i <= n; i++) {
      if (i < n && Double.isFinite(s.y[i])) {
        xs[count] = px(s.x[i]);
        ys[count] = lines.get(s)[i];
        ascending &= count == 0 || xs[count] >= xs[count - 1];
        count++;
      } else if (count > 0) {
        boolean thin = ascending && count > 2 * (right - left);
        int kept = thin ? Decimation.byColumn(xs, ys, count, xs, ys) : count;
        parts.add(new double[][] {Arrays.copyOf(xs, kept), Arrays.copyOf(ys, kept)});
        count = 0;
        ascending = true;
      }
    }
    return parts;
  }

  private void band(LineChart.Band band) {
    List<double[][]> lower = pixels(band.lower());
    List<double[][]> upper = pixels(band.upper());
    if (lower.size() != 1 || upper.size() != 1) {
      return;
    }
    double[][] there = upper.get(0);
    double[][] back = lower.get(0);
    int n = there[0].length;
    int m = back[0].length;
    double[] xs = Arrays.copyOf(there[0], n + m);
    double[] ys = Arrays.copyOf(there[1], n + m);
    for (int i = 0; i < m; i++) {
      xs[n + i] = back[0][m - 1 - i];
      ys[n + i] = back[1][m - 1 - i];
    }
    // seen also between lines that are not
    int argb = Colours.fade(band.colour().on(theme), band.upper().stale ? STALE_OPACITY : 1);
    pen.fillPolygon(
        xs, ys, n + m, Colours.fade(argb, BAND_OPACITY * (chart.stale ? STALE_OPACITY : 1)));
  }

  private void line(Series s) {
    // an edge of a band, which is seen by its filling
    if (s.width <= 0) {
      return;
    }
    Stroke stroke = s.style.stroke(lineWidth(s), argb(s));
    for (double[][] part : pixels(s)) {
      pen.polyline(part[0], part[1], part[0].length, stroke);
    }
  }

  private void signs(Series s) {
    if (s.marker == Marker.NONE) {
      return;
    }
    for (int i = 0; i < s.x.length; i++) {
      if (Double.isFinite(s.y[i]) && inside(s.x[i], s.y[i])) {
        s.marker.draw(pen, px(s.x[i]), py(s.y[i]), 4.5 * unit, argb(s), theme.ground());
      }
    }
  }

  private void gap() {
    if (chart.gap == null || !inside(chart.gap.x(), chart.gap.high())) {
      return;
    }
    double x = px(chart.gap.x());
    double high = py(chart.gap.high());
    double low = py(chart.gap.low());
    DoubleArrow.draw(pen, x, high + 6 * unit, low - 6 * unit, 2 * unit, theme.ink());
    // beside its upper part, for the lower lines come closer to the right
    double base = high + Math.min((low - high) / 2, 16 * unit) + 5 * unit;
    double wide = pen.textWidth(chart.gap.text(), strong);
    boolean before = x + 10 * unit + wide > right;
    double start = before ? x - 10 * unit - wide : x + 10 * unit;
    pen.text(chart.gap.text(), start, base, strong, Anchor.LEFT, theme.ink());
  }

  private boolean inside(double x, double y) {
    double h = chart.x.place(x);
    double v = chart.y.place(y);
    return h > -1e-9 && h < 1 + 1e-9 && v > -1e-9 && v < 1 + 1e-9;
  }

  /** A number at the marker. */
  private record Value(String text, double x, double base, TextStyle style, Covered.Box box) {}

  private List<Value> values() {
    List<Value> values = new ArrayList<>();
    double lowest = Double.NEGATIVE_INFINITY;
    for (Series s : marked()) {
      if (chart.signs.get(s.name) == LineChart.Sign.DOT_AND_VALUE) {
        Value value = value(s, py(s.at(chart.marker)), lowest);
        values.add(value);
        lowest = value.base();
      }
    }
    return values;
  }

  /** The series on which something stands at the marker, from above. */
  private List<Series> marked() {
    Map<String, Series> byName = new LinkedHashMap<>();
    for (Series s : chart.series) {
      double value = s.at(chart.marker);
      if (chart.signs.containsKey(s.name)
          && Double.isFinite(value)
          && inside(chart.marker, value)) {
        byName.putIfAbsent(s.name, s);
      }
    }
    List<Series> marked = new ArrayList<>(byName.values());
    marked.sort(Comparator.comparingDouble(s -> py(s.at(chart.marker))));
    return marked;
  }

  /** The value of a line, below those of the lines above. */
  private Value value(Series s, double y, double lowest) {
    double x = px(chart.marker);
    TextStyle style = theme.presenting() ? TextStyle.bold(Math.round(theme.text() * 1.6)) : strong;
    String text = chart.y.value(s.at(chart.marker));
    double wide = pen.textWidth(text, style);
    boolean before = x + 10 * unit + wide > width;
    double free = Math.max(top + style.size(), lowest + 1.3 * style.size());
    double base = Math.max(free, y - 6 * unit);
    double start = before ? x - 10 * unit - wide : x + 10 * unit;
    double top = base - style.size();
    return new Value(
        text,
        start,
        base,
        style,
        new Covered.Box(start - 2, top, start + wide + 2, top + style.size() * 1.25));
  }

  /** What lies behind words shows through a little. */
  private void fill(Covered.Box box) {
    pen.fillRound(
        box.left(),
        box.top(),
        box.right() - box.left(),
        box.bottom() - box.top(),
        3,
        Colours.fade(theme.ground(), 0.8));
  }

  private void write(Value value) {
    fill(value.box());
    int argb = chart.stale ? theme.muted() : theme.ink();
    pen.text(value.text(), value.x(), value.base(), value.style(), Anchor.LEFT, argb);
  }

  /**
   * @param taken where nothing else may be written
   */
  private void names(List<Covered.Box> taken) {
    List<Series> atEnd = new ArrayList<>();
    for (Series s : chart.series) {
      int last = s.last();
      if (last >= 0 && s.end == Series.End.VALUE && inside(s.x[last], s.y[last])) {
        String text = chart.y.value(s.y[last]);
        double half = pen.textWidth(text, strong) / 2;
        double x = Math.max(left + half, Math.min(width - half, px(s.x[last])));
        double above = py(s.y[last]) - 12 * unit;
        // near the upper end it would cover the line, so it stands below
        double y = above < top + theme.text() ? py(s.y[last]) + 24 * unit : above;
        int ground = Colours.fade(theme.ground(), 0.8);
        double size = strong.size();
        pen.fillRound(x - half - 2, y - size, 2 * half + 4, size * 1.25, 3, ground);
        pen.text(text, x, y, strong, Anchor.CENTER, theme.ink());
      } else if (last >= 0 && (s.end == Series.End.NAME || s.end == Series.End.LABEL)) {
        atEnd.add(s);
      }
    }
    endNames(atEnd);
    List<Covered.Box> written = new ArrayList<>(taken);
    for (Series s : chart.series) {
      if (Double.isFinite(s.at(s.nameAt))) {
        Covered.Box box = placeOfName(s, written);
        written.add(box);
        double marker = px(chart.marker);
        if (box.left() < marker && marker < box.right()) {
          fill(box);
        }
        pen.text(s.name, box.left(), box.bottom() - 4 * unit, strong, Anchor.LEFT, argb(s));
      }
    }
  }

  /**
   * Where a line's name is asked for, or the nearest place along the line that is free; never on
   * the numbers of the axes.
   */
  private Covered.Box placeOfName(Series s, List<Covered.Box> taken) {
    List<Double> places = new ArrayList<>(List.of(s.nameAt));
    double from = s.x[0];
    double to = s.x[s.last()];
    for (int i = 0; i <= NAME_PLACES; i++) {
      places.add(from + (to - from) * i / NAME_PLACES);
    }
    places.sort(Comparator.comparingDouble(place -> Math.abs(place - s.nameAt)));
    List<double[][]> all = chart.series.stream().map(this::pixels).flatMap(List::stream).toList();
    Covered.Box plot = new Covered.Box(left, 0, width, bottom);
    for (boolean clearOfLines : new boolean[] {true, false}) {
      // below a line that soon runs along the foot there is no room
      for (boolean above : new boolean[] {s.nameAbove, !s.nameAbove}) {
        for (double place : places) {
          Covered.Box box = boxOfName(s, place, above);
          boolean free =
              box.isWithin(plot)
                  && taken.stream().noneMatch(box::meets)
                  && (!clearOfLines || Covered.length(all, box) == 0);
          if (free) {
            return box;
          }
        }
      }
    }
    return boxOfName(s, s.nameAt, s.nameAbove).movedInto(plot);
  }

  private Covered.Box boxOfName(Series s, double place, boolean above) {
    double base = py(s.at(place)) + (above ? -8 : 18) * unit;
    double wide = pen.textWidth(s.name, strong);
    double start = px(place) + (above ? 6 * unit : -6 * unit - wide);
    return new Covered.Box(start, base - strong.size(), start + wide, base + 4 * unit);
  }

  /** Names in the margin, moved apart where lines end together. */
  private void endNames(List<Series> atEnd) {
    atEnd.sort(Comparator.comparingDouble(s -> lines.get(s)[s.last()]));
    double row = theme.text() * 1.25;
    double[] y = new double[atEnd.size()];
    for (int i = 0; i < y.length; i++) {
      double wanted = lines.get(atEnd.get(i))[atEnd.get(i).last()];
      y[i] = i == 0 ? wanted : Math.max(wanted, y[i - 1] + row);
    }
    for (int i = y.length - 1; i >= 0; i--) {
      y[i] = Math.min(y[i], bottom - (y.length - 1 - i) * row);
      Series s = atEnd.get(i);
      boolean labelled = s.end == Series.End.LABEL;
      if (labelled) {
        int last = s.last();
        Marker.DOT.draw(
            pen, px(s.x[last]), lines.get(s)[last], 4.5 * unit, argb(s), theme.ground());
      }
      int colour = labelled ? theme.ink() : argb(s);
      double x = right + (labelled ? 12 : 8) * unit;
      pen.text(endText(s), x, y[i] + 4.5 * unit, strong, Anchor.LEFT, colour);
    }
  }
}
