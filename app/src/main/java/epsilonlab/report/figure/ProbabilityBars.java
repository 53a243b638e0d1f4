package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * The probabilities of all classes before an attack and after it, side by side.
 *
 * @param before one share in [0, 1] a class
 * @param after the same after the attack; empty while there is none
 * @param label the true class, which decides whether the answer after is wrong; -1 if unknown, then
 *     the answer before is taken for it
 * @param classNames one a class, or empty for plain digits
 */
public record ProbabilityBars(double[] before, double[] after, int label, List<String> classNames)
    implements Figure {
  private static final MathsText BEFORE = MathsText.parse("before, $x$");
  private static final MathsText AFTER = MathsText.parse("after, $x*$");

  public ProbabilityBars {
    if (after.length != 0 && after.length != before.length) {
      throw new IllegalArgumentException(
          before.length + " classes before, " + after.length + " after");
    }
    before = before.clone();
    after = after.clone();
    classNames = List.copyOf(classNames);
  }

  private static double row(double width, FigureTheme theme) {
    return Math.round((width >= 480 ? 22 : 18) * theme.text() / 13);
  }

  private static double head(FigureTheme theme) {
    return Math.round(20 * theme.text() / 13);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return head(theme) + before.length * row(width, theme);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double unit = theme.text() / 13;
    double head = head(theme);
    // whole pixels, or the bars have blurred edges
    double row = Math.floor(Math.min(row(width, theme), (height - head) / before.length));
    TextStyle bold = TextStyle.semibold(theme.text());
    double left = 24 * unit;
    for (String name : classNames) {
      left = Math.max(left, Math.ceil(pen.textWidth(name, bold) + 12));
    }
    double column = Math.floor((width - left) / 2);
    int first = winner(before);
    int second = winner(after);
    for (int i = 0; i < before.length; i++) {
      boolean wins = i == first || i == second;
      String name = classNames.isEmpty() ? String.valueOf(i) : classNames.get(i);
      double x = classNames.isEmpty() ? left / 2 : left - 12;
      Anchor anchor = classNames.isEmpty() ? Anchor.CENTER : Anchor.RIGHT;
      double base = head + (i + 0.5) * row + theme.text() * 0.36;
      TextStyle style = wins ? bold : TextStyle.regular(theme.text());
      pen.text(name, x, base, style, anchor, wins ? theme.ink() : theme.muted());
    }
    int truth = label < 0 ? first : label;
    double[] frame = {left, head, column, row};
    column(pen, theme, BEFORE, before, first, theme.accent(), frame);
    frame[0] = left + column;
    int wrong = second == truth ? theme.accent() : theme.danger();
    column(pen, theme, AFTER, after, second, wrong, frame);
  }

  private void column(
      Pen pen,
      FigureTheme theme,
      MathsText title,
      double[] shares,
      int winner,
      int colour,
      double[] frame) {
    double unit = theme.text() / 13;
    double x = frame[0];
    double head = frame[1];
    double row = frame[3];
    double room = frame[2] - 69 * unit;
    double bar = Math.round(Math.min(12 * unit, row - 4));
    title.draw(pen, x, head - 7 * unit, TextStyle.regular(theme.text()), theme.muted());
    double foot = head + row * before.length;
    pen.line(x + 0.5, head, x + 0.5, foot, new Stroke(1, theme.border()));
    for (int i = 0; i < shares.length; i++) {
      double top = head + i * row + Math.round((row - bar) / 2);
      double length = Math.min(1, Math.max(0, shares[i])) * room;
      boolean none = shares[i] < 0.0005;
      boolean wins = i == winner;
      if (!none) {
        int fill = wins ? colour : theme.neutral();
        double radius = Math.min(2, length / 2);
        pen.fillRound(x + 1, top, Math.max(1, length), bar, radius, fill);
        pen.fillRect(x + 1, top, Math.max(1, length / 2), bar, fill);
      }
      int ink = wins ? theme.ink() : none ? Colours.fade(theme.muted(), 0.75) : theme.muted();
      TextStyle style = wins ? TextStyle.semibold(theme.text()) : TextStyle.regular(theme.text());
      double base = head + (i + 0.5) * row + theme.text() * 0.36;
      double at = x + 1 + (none ? 0 : Math.max(1, length)) + 6 * unit;
      pen.text(Numbers.percent(shares[i]), at, base, style, Anchor.LEFT, ink);
    }
  }

  private static int winner(double[] shares) {
    int best = shares.length == 0 ? -1 : 0;
    for (int i = 1; i < shares.length; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    return best;
  }

  private String name(int i) {
    return classNames.isEmpty() ? String.valueOf(i) : classNames.get(i);
  }

  @Override
  public boolean wantsNumbers() {
    return true;
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      List<Object> row = new ArrayList<>(List.of(name(i), before[i]));
      row.add(after.length == 0 ? null : after[i]);
      rows.add(row);
    }
    return new FigureTable(List.of("class", "before", "after"), rows);
  }

  @Override
  public String description() {
    if (before.length == 0) {
      return "Probabilities of no class.";
    }
    int first = winner(before);
    String text =
        "Probabilities: before, " + name(first) + " with " + Numbers.percent(before[first]);
    int second = winner(after);
    if (second >= 0) {
      text += "; after, " + name(second) + " with " + Numbers.percent(after[second]);
    }
    return text + ".";
  }
}
