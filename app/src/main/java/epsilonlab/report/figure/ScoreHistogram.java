package epsilonlab.report.figure;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The scores of members and of non-members as two histograms, and the threshold that parts them:
 * bars on the right side of it are stronger than those that are judged wrongly. Moving the
 * threshold counts nothing anew.
 *
 * @param bins the scores
 * @param threshold whoever's score is at least this is said to be a member; infinite: nobody, -
 *     infinite: everybody; NaN for none
 * @param label what the score is, below the axis
 * @param legend whether the figure says which histogram is which
 */
public record ScoreHistogram(ScoreBins bins, double threshold, String label, boolean legend)
    implements Figure {
  private static final double HEAD = ThresholdHandle.HEAD;
  private static final double LEGEND = 32;
  // the window lays the figure's menu there
  private static final double CORNER = 36;
  private static final double FOOT = 40;
  private static final double LEFT = 46;
  private static final double RIGHT = 8;
  private static final double RIGHTLY = 0.62;
  private static final double WRONGLY = 0.3;
  private static final Hue MEMBERS = SeriesColours.LENET;
  private static final Hue OTHERS = SeriesColours.MLP;

  public ScoreHistogram {
    Objects.requireNonNull(bins);
    Objects.requireNonNull(label);
  }

  /** The same with the threshold moved; cheap enough for every move of the mouse. */
  public ScoreHistogram withThreshold(double value) {
    return new ScoreHistogram(bins, value, label, legend);
  }

  private static double unit(FigureTheme theme) {
    return theme.text() / 13;
  }

  private double top(FigureTheme theme) {
    return (HEAD + (legend ? LEGEND : 0)) * unit(theme);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return Math.round(Math.min(0.54 * width, 368 * unit(theme)) + (legend ? LEGEND : 0));
  }

  /** The score that stands at a place of the figure, within the axis. */
  public double scoreAt(double x, double width, FigureTheme theme) {
    double unit = unit(theme);
    double share = (x - LEFT * unit) / (width - (LEFT + RIGHT) * unit);
    double low = bins.edge(0);
    return low + Math.max(0, Math.min(1, share)) * (bins.edge(bins.size()) - low);
  }

  /** Where a score stands in the figure; those beyond the axis stand at its ends. */
  public double placeOf(double score, double width, FigureTheme theme) {
    double unit = unit(theme);
    double low = bins.edge(0);
    double share = (score - low) / (bins.edge(bins.size()) - low);
    return LEFT * unit + Math.max(0, Math.min(1, share)) * (width - (LEFT + RIGHT) * unit);
  }

  /** The bin at a place of the figure, or -1 outside of the plot. */
  public int binAt(double x, double y, double width, double height, FigureTheme theme) {
    double unit = unit(theme);
    boolean inside =
        x >= LEFT * unit
            && x < width - RIGHT * unit
            && y >= top(theme)
            && y <= height - FOOT * unit;
    return inside ? bins.indexOf(scoreAt(x, width, theme)) : -1;
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    paintBars(pen, width, height, theme);
    paintThreshold(pen, width, height, theme);
  }

  private boolean fits(double width, double height, FigureTheme theme) {
    double unit = unit(theme);
    return width - (LEFT + RIGHT) * unit >= 40 && height - FOOT * unit - top(theme) >= 20;
  }

  /**
   * All but the threshold itself. What is left of it looks as with a threshold of infinity, what is
   * right of it as with - infinity, so that two pictures serve all thresholds.
   */
  public void paintBars(Pen pen, double width, double height, FigureTheme theme) {
    if (!fits(width, height, theme)) {
      return;
    }
    double unit = unit(theme);
    double top = top(theme);
    double bottom = height - FOOT * unit;
    double left = LEFT * unit;
    double right = width - RIGHT * unit;
    double at = placeOf(threshold, width, theme);
    if (!Double.isNaN(threshold)) {
      pen.fillRect(at, top, right - at, bottom - top, theme.subtle());
    }
    double most = Math.max(1e-9, bins.highest() * 1.08);
    axes(pen, new double[] {left, top, right, bottom}, most, width, theme);
    histogram(pen, false, new double[] {top, bottom}, most, width, theme);
    histogram(pen, true, new double[] {top, bottom}, most, width, theme);
    if (legend) {
      double end = right - CORNER * unit;
      entry(pen, "non-members", end, false, theme);
      entry(pen, "members", end - 136 * unit, true, theme);
    }
  }

  /** The line of the threshold, its handle, and what either side means. */
  public void paintThreshold(Pen pen, double width, double height, FigureTheme theme) {
    if (!Double.isNaN(threshold) && fits(width, height, theme)) {
      double at = placeOf(threshold, width, theme);
      handle().paint(pen, at, top(theme), height - FOOT * unit(theme), width, theme);
    }
  }

  /** The threshold with what it says. */
  ThresholdHandle handle() {
    return new ThresholdHandle(threshold, bins.edge(bins.size()) - bins.edge(0));
  }

  /** Frames the bars of a bin, for one that is looked into. */
  public void paintFrame(Pen pen, int bin, double width, double height, FigureTheme theme) {
    if (!fits(width, height, theme)) {
      return;
    }
    double bottom = height - FOOT * unit(theme);
    double share = Math.max(bins.share(bin, true), bins.share(bin, false));
    double high = share / Math.max(1e-9, bins.highest() * 1.08) * (bottom - top(theme));
    double from = placeOf(bins.edge(bin), width, theme);
    double to = placeOf(bins.edge(bin + 1), width, theme);
    pen.strokeRect(from, bottom - high, to - from, high, 3, theme.accent());
  }

  /** Whether a place of the figure is where the threshold is taken hold of. */
  public boolean isHandle(double x, double y, double width, FigureTheme theme) {
    return ThresholdHandle.isAt(x - placeOf(threshold, width, theme), y - top(theme), theme);
  }

  private void axes(Pen pen, double[] plot, double most, double width, FigureTheme theme) {
    double unit = unit(theme);
    TextStyle plain = TextStyle.regular(theme.text());
    double[] ticks = Ticks.linear(0, most, 6);
    for (int i = 0; i < ticks.length; i++) {
      double y = Math.round(plot[3] - ticks[i] / most * (plot[3] - plot[1])) + 0.5;
      if (i > 0) {
        pen.line(plot[0], y, plot[2], y, new Stroke(1, theme.grid()));
      }
      String text = Numbers.plain(ticks[i] * 100) + (i == ticks.length - 1 ? " %" : "");
      pen.text(text, plot[0] - 6 * unit, y + 4.5 * unit, plain, Anchor.RIGHT, theme.muted());
    }
    double low = bins.edge(0);
    double high = bins.edge(bins.size());
    int many = (int) Math.min(8, (plot[2] - plot[0]) / (56 * unit));
    for (double tick : Ticks.linear(low, high, Math.max(2, many))) {
      double x = placeOf(tick, width, theme);
      String text = Numbers.plain(Math.abs(tick) < (high - low) * 1e-9 ? 0 : tick);
      double half = pen.textWidth(text, plain) / 2;
      double inside = Math.max(half, Math.min(width - half, x));
      pen.text(text, inside, plot[3] + 18 * unit, plain, Anchor.CENTER, theme.muted());
    }
    pen.line(plot[0], plot[3], plot[2], plot[3], new Stroke(2, theme.grid()));
    double foot = plot[3] + 35 * unit;
    pen.text(label, (plot[0] + plot[2]) / 2, foot, plain, Anchor.CENTER, theme.muted());
  }

  private void histogram(
      Pen pen, boolean ofMembers, double[] rows, double most, double width, FigureTheme theme) {
    int colour = (ofMembers ? MEMBERS : OTHERS).on(theme);
    double bottom = rows[1];
    int n = bins.size();
    double[] xs = new double[2 * n + 2];
    double[] ys = new double[2 * n + 2];
    ys[0] = bottom;
    ys[2 * n + 1] = bottom;
    for (int i = 0; i < n; i++) {
      double from = placeOf(bins.edge(i), width, theme);
      double to = placeOf(bins.edge(i + 1), width, theme);
      double y = bottom - bins.share(i, ofMembers) / most * (bottom - rows[0]);
      xs[2 * i] = from;
      xs[2 * i + 1] = from;
      xs[2 * i + 2] = to;
      xs[2 * i + 3] = to;
      ys[2 * i + 1] = y;
      ys[2 * i + 2] = y;
      if (y < bottom) {
        bar(pen, from, to, y, bottom, ofMembers, width, theme, colour);
      }
    }
    LineStyle style = ofMembers ? LineStyle.SOLID : LineStyle.DASHED;
    pen.polyline(xs, ys, xs.length, style.stroke(2, colour));
  }

  /** A bar, parted where the threshold goes through it. */
  private void bar(
      Pen pen,
      double from,
      double to,
      double y,
      double bottom,
      boolean ofMembers,
      double width,
      FigureTheme theme,
      int colour) {
    double gap = to - from > 5 ? 0.5 : 0;
    double at =
        Double.isNaN(threshold)
            ? from
            : Math.max(from, Math.min(to, placeOf(threshold, width, theme)));
    boolean plain = Double.isNaN(threshold);
    double below = plain || !ofMembers ? RIGHTLY : WRONGLY;
    double above = plain || ofMembers ? RIGHTLY : WRONGLY;
    double start = from + gap;
    double end = to - gap;
    if (at > start) {
      double stop = Math.min(end, at);
      pen.fillRect(start, y, stop - start, bottom - y, Colours.fade(colour, below));
    }
    if (at < end) {
      double begin = Math.max(start, at);
      pen.fillRect(begin, y, end - begin, bottom - y, Colours.fade(colour, above));
    }
  }

  private void entry(Pen pen, String name, double right, boolean ofMembers, FigureTheme theme) {
    double unit = unit(theme);
    TextStyle plain = TextStyle.regular(theme.text());
    int colour = (ofMembers ? MEMBERS : OTHERS).on(theme);
    double x = right - pen.textWidth(name, plain) - 34 * unit;
    double y = 10 * unit;
    pen.fillRect(x, y, 26 * unit, 12 * unit, Colours.fade(colour, RIGHTLY));
    LineStyle style = ofMembers ? LineStyle.SOLID : LineStyle.DASHED;
    pen.line(x, y, x + 26 * unit, y, style.stroke(2, colour));
    pen.text(name, right, y + 11 * unit, plain, Anchor.RIGHT, theme.ink());
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < bins.size(); i++) {
      rows.add(List.of(bins.edge(i), bins.edge(i + 1), bins.members(i), bins.others(i)));
    }
    return new FigureTable(List.of("from", "to", "members", "non-members"), rows);
  }

  @Override
  public String description() {
    String start =
        "Histograms of the "
            + label
            + " of "
            + bins.roc().members()
            + " members and "
            + bins.roc().others()
            + " non-members.";
    if (Double.isNaN(threshold)) {
      return start;
    }
    Confusion at = bins.roc().at(threshold);
    return start
        + " From "
        + Numbers.plain(threshold)
        + " on the attack says member: "
        + Numbers.percent(at.truePositiveRate())
        + " of the members are found, "
        + Numbers.percent(at.falsePositiveRate())
        + " of the non-members accused.";
  }
}
