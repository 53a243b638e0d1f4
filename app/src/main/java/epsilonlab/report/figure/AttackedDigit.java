package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * The sum that an attack is: a digit, the change and the attacked digit, with the answers below.
 *
 * @param original 784 values in [0, 1]; taken as they are, not copied
 * @param adversarial likewise
 * @param limit the change that gets the full colour
 * @param before the answer before the attack, with how sure the network is
 * @param after the same after the attack
 * @param fooled whether the answer after is wrong
 */
public record AttackedDigit(
    float[] original,
    float[] adversarial,
    double limit,
    String before,
    String after,
    boolean fooled)
    implements Figure {
  private static final double HEAD = 24;
  private static final double FOOT = 30;
  private static final double SIGN = 46;
  private static final MathsText[] CAPTIONS = {
    MathsText.parse("$x$  original"), MathsText.parse("$δ$  change"), MathsText.parse("$x*$  after")
  };

  private static int scale(double width, double unit) {
    return Math.max(1, (int) ((width - 2 * SIGN * unit) / 3 / DigitPixels.SIDE));
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    double unit = theme.text() / 13;
    return (HEAD + FOOT) * unit + scale(width, unit) * DigitPixels.SIDE;
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double unit = theme.text() / 13;
    double side = scale(width, unit) * (double) DigitPixels.SIDE;
    double top = HEAD * unit;
    double[] lefts = {1, Math.round((width - side) / 2), width - side - 1};
    float[] change = new float[original.length];
    for (int i = 0; i < change.length; i++) {
      change[i] = adversarial[i] - original[i];
    }
    int[] pixels = new int[DigitPixels.COUNT];
    TextStyle plain = TextStyle.regular(theme.text());
    for (int i = 0; i < lefts.length; i++) {
      double wide = CAPTIONS[i].width(pen, plain);
      double x = lefts[i] + (side - wide) / 2;
      CAPTIONS[i].draw(pen, x, top - 8 * unit, plain, theme.ink());
      if (i == 1) {
        DigitPixels.change(change, (float) limit, pixels);
      } else {
        DigitPixels.ink(i == 0 ? original : adversarial, theme, pixels);
      }
      pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, lefts[i], top, side, side);
      boolean marked = fooled && i == 2;
      int edge = marked ? theme.danger() : theme.border();
      pen.strokeRect(lefts[i], top, side, side, marked ? 3 : 1, edge);
    }
    TextStyle sign = TextStyle.regular(theme.text() * 1.8);
    double middle = top + side / 2 + 0.36 * sign.size();
    pen.text("+", (lefts[0] + side + lefts[1]) / 2, middle, sign, Anchor.CENTER, theme.muted());
    pen.text("=", (lefts[1] + side + lefts[2]) / 2, middle, sign, Anchor.CENTER, theme.muted());
    TextStyle strong = TextStyle.semibold(theme.text());
    double base = top + side + 20 * unit;
    pen.text(before, lefts[0] + side / 2, base, strong, Anchor.CENTER, theme.ink());
    int ink = fooled ? theme.danger() : theme.ink();
    pen.text(after, lefts[2] + side / 2, base, strong, Anchor.CENTER, ink);
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < original.length; i++) {
      rows.add(List.of(i, (double) original[i], (double) adversarial[i]));
    }
    return new FigureTable(List.of("pixel", "original", "adversarial"), rows);
  }

  @Override
  public String description() {
    return "A digit, the change and the attacked digit: before, "
        + before
        + "; after, "
        + after
        + ".";
  }

  @Override
  public boolean showsDigits() {
    return true;
  }
}
