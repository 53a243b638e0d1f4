package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The handle of a threshold on an axis: a line with a pill upon it that says the value, and what
 * either side means.
 *
 * @param threshold its value
 * @param range how much of the axis the figure shows
 */
record ThresholdHandle(double threshold, double range) {
  /** What it needs above the plot, where text is 13 pixels high. */
  static final double HEAD = 36;

  private static final int TINY_DIGITS = 2;
  private static final double PILL_WIDTH = 72;
  private static final double PILL_HEIGHT = 28;
  private static final double REACH = 8;

  private static double unit(FigureTheme theme) {
    return theme.text() / 13;
  }

  /**
   * Whether a place is where it is taken hold of.
   *
   * @param right how far to the right of its line
   * @param below how far below its pill
   */
  static boolean isAt(double right, double below, FigureTheme theme) {
    double unit = unit(theme);
    double off = Math.abs(right);
    boolean pill = below < 0 && below > -HEAD * unit && off <= PILL_WIDTH / 2 * unit;
    return pill || below >= 0 && off <= REACH * unit;
  }

  /**
   * Paints it.
   *
   * @param at where the threshold stands
   * @param top where the bars begin, below the handle
   * @param width that of the figure
   */
  void paint(Pen pen, double at, double top, double bottom, double width, FigureTheme theme) {
    double unit = unit(theme);
    double head = top - HEAD * unit;
    pen.line(at, head + PILL_HEIGHT * unit, at, bottom, new Stroke(2.5 * unit, theme.ink()));
    TextStyle strong = TextStyle.semibold(theme.text() + 1);
    String value = text();
    double wide = Math.max(PILL_WIDTH * unit, pen.textWidth(value, strong) + 38 * unit);
    double x = Math.max(0, Math.min(width - wide, at - wide / 2));
    double high = PILL_HEIGHT * unit;
    pen.fillRound(x, head, wide, high, high / 2, theme.accent());
    double base = head + high / 2 + 5 * unit;
    int white = Colours.rgb(0xffffff);
    pen.text(value, x + wide / 2, base, strong, Anchor.CENTER, white);
    chevron(pen, x + 8 * unit, head + high / 2, 3.5 * unit, white);
    chevron(pen, x + wide - 8 * unit, head + high / 2, -3.5 * unit, white);
    says(pen, x - 12 * unit, base, "says “not a member”", Anchor.RIGHT, width, theme);
    says(pen, x + wide + 12 * unit, base, "says “member”", Anchor.LEFT, width, theme);
  }

  /** What stands on the handle. */
  String text() {
    if (Double.isInfinite(threshold)) {
      return Numbers.plain(threshold);
    }
    double unit = Math.pow(10, -decimals());
    // the best threshold on a loss is often far smaller than a pixel, but not 0
    return threshold != 0 && Math.abs(threshold) < unit / 2
        ? Numbers.plain(new BigDecimal(threshold).round(new MathContext(TINY_DIGITS)).doubleValue())
        : Numbers.fixed(threshold, decimals());
  }

  private static void says(
      Pen pen, double x, double y, String words, Anchor anchor, double width, FigureTheme theme) {
    TextStyle strong = TextStyle.semibold(theme.text());
    double wide = pen.textWidth(words, strong);
    if (anchor == Anchor.RIGHT ? x - wide >= 0 : x + wide <= width) {
      pen.text(words, x, y, strong, anchor, theme.ink());
    }
  }

  private static void chevron(Pen pen, double x, double y, double half, int argb) {
    double[] xs = {x + half, x - half / 4, x + half};
    double size = Math.abs(half);
    pen.polyline(xs, new double[] {y - size, y, y + size}, 3, new Stroke(1.75, argb));
  }

  /** As many as a move of the threshold by a pixel or so needs. */
  private int decimals() {
    return (int) Math.max(0, Math.min(6, Math.ceil(2 - Math.log10(range / 5))));
  }
}
