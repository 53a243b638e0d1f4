package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One digit as several networks see it after an attack on each: above the attacked digit, below it
 * the change, then the answer. Where the columns get too narrow they go on in a second line without
 * the change and the remark.
 *
 * @param columns one a network
 * @param limit the change that gets the full colour
 */
public record DigitComparison(List<Column> columns, double limit) implements Figure {
  private static final double LABELS = 27;
  private static final double HEAD = 24;
  private static final double GAP = 4;
  private static final double TEXT = 44;
  // without the remark
  private static final double SHORT_TEXT = 25;
  // of a frame, which may reach into the gap
  private static final double FRAME = 2;
  private static final int USUAL_SCALE = 3;

  /**
   * @param name of the network
   * @param dot its colour
   * @param adversarial 784 values in [0, 1]; taken as they are, not copied
   * @param change 784 signed changes
   * @param caption the answer, semibold
   * @param remark how sure it is
   */
  public record Column(
      String name,
      Hue dot,
      float[] adversarial,
      float[] change,
      String caption,
      String remark,
      boolean fooled) {}

  public DigitComparison {
    columns = List.copyOf(columns);
  }

  private record Plan(int perLine, int lines, int scale, boolean changes, double pitch) {}

  private Plan plan(double width, double height, FigureTheme theme) {
    double unit = theme.text() / 13;
    int n = Math.max(1, columns.size());
    double room = width - LABELS * unit;
    double text = (HEAD + TEXT) * unit;
    int oneLine = scale(room / n - 8, (height - text - GAP) / 2 - 2 * FRAME);
    if (oneLine >= 2 || n == 1) {
      return new Plan(n, 1, Math.max(1, oneLine), true, room / n);
    }
    int half = (n + 1) / 2;
    int twoLines = scale(room / half - 8, height / 2 - (HEAD + SHORT_TEXT) * unit - 2 * FRAME);
    return new Plan(half, 2, Math.max(1, twoLines), false, room / half);
  }

  private static int scale(double wide, double high) {
    return (int) (Math.min(wide, high) / DigitPixels.SIDE);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    double unit = theme.text() / 13;
    return (HEAD + TEXT) * unit + 2 * (USUAL_SCALE * DigitPixels.SIDE + 2 * FRAME) + GAP;
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    Plan plan = plan(width, height, theme);
    double unit = theme.text() / 13;
    double side = plan.scale() * DigitPixels.SIDE + 2 * FRAME;
    double line = (HEAD + SHORT_TEXT) * unit + side;
    for (int i = 0; i < columns.size(); i++) {
      double top = i / plan.perLine() * line;
      double left = LABELS * unit + i % plan.perLine() * plan.pitch();
      if (i % plan.perLine() == 0) {
        symbol(pen, "x*", top + HEAD * unit + side / 2, theme);
        if (plan.changes()) {
          symbol(pen, "δ", top + HEAD * unit + side + GAP + side / 2, theme);
        }
      }
      column(pen, columns.get(i), left, top, plan, theme);
    }
  }

  private static void symbol(Pen pen, String text, double middle, FigureTheme theme) {
    TextStyle style = TextStyle.maths(theme.text() * 1.45);
    pen.text(text, 0, middle + 0.3 * style.size(), style, Anchor.LEFT, theme.ink());
  }

  private void column(
      Pen pen, Column column, double left, double top, Plan plan, FigureTheme theme) {
    double unit = theme.text() / 13;
    double middle = Math.round(left + plan.pitch() / 2);
    TextStyle plain = TextStyle.regular(theme.text());
    double dot = 16 * unit;
    String name = HeatTable.fitting(pen, column.name(), plain, plan.pitch() - dot - 4);
    double start = middle - (dot + pen.textWidth(name, plain)) / 2;
    pen.fillCircle(start + 5 * unit, top + 10 * unit, 5 * unit, column.dot().on(theme));
    pen.text(name, start + dot, top + 14.5 * unit, plain, Anchor.LEFT, theme.ink());
    double y = top + HEAD * unit;
    int[] pixels = new int[DigitPixels.COUNT];
    DigitPixels.ink(column.adversarial(), theme, pixels);
    y = digit(pen, pixels, middle, y, plan.scale(), column.fooled(), theme);
    if (plan.changes()) {
      DigitPixels.change(column.change(), (float) limit, pixels);
      y = digit(pen, pixels, middle, y + GAP, plan.scale(), false, theme);
    }
    answer(pen, column, middle, y, plan.changes(), theme);
  }

  /** Returns where the digit with its frame ends. */
  private static double digit(
      Pen pen,
      int[] pixels,
      double middle,
      double y,
      int scale,
      boolean fooled,
      FigureTheme theme) {
    double side = scale * DigitPixels.SIDE;
    double x = Math.round(middle - side / 2);
    double top = Math.round(y) + FRAME;
    pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, x, top, side, side);
    if (fooled) {
      pen.strokeRect(x - 1.5, top - 1.5, side + 3, side + 3, 3, theme.danger());
    } else {
      pen.strokeRect(x - 0.5, top - 0.5, side + 1, side + 1, 1, theme.border());
    }
    return top + side + FRAME;
  }

  private static void answer(
      Pen pen, Column column, double middle, double y, boolean withRemark, FigureTheme theme) {
    double unit = theme.text() / 13;
    TextStyle strong = TextStyle.semibold(Math.round(theme.text() * 16 / 13));
    double icon = 16 * unit;
    double base = y + 20 * unit;
    double wide = icon + 7 * unit + pen.textWidth(column.caption(), strong);
    double start = middle - wide / 2;
    double level = base - 0.36 * strong.size();
    if (column.fooled()) {
      Icons.warning(pen, start + icon / 2, level, icon, theme.danger());
    } else {
      Icons.check(pen, start + icon / 2, level, icon, theme.success());
    }
    pen.text(column.caption(), start + icon + 7 * unit, base, strong, Anchor.LEFT, theme.ink());
    if (!withRemark) {
      return;
    }
    TextStyle plain = TextStyle.regular(theme.text());
    pen.text(column.remark(), middle, base + 19 * unit, plain, Anchor.CENTER, theme.muted());
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (Column column : columns) {
      rows.add(
          List.of(
              column.name(),
              column.caption(),
              column.remark(),
              column.fooled() ? "fooled" : "right"));
    }
    return new FigureTable(List.of("trained", "answer", "confidence", "state"), rows);
  }

  @Override
  public String description() {
    return "The same digit attacked under each network. "
        + columns.stream()
            .map(
                column ->
                    column.name()
                        + ": "
                        + column.caption()
                        + ", "
                        + column.remark()
                        + (column.fooled() ? ", fooled." : ", right."))
            .collect(Collectors.joining(" "));
  }

  @Override
  public boolean showsDigits() {
    return true;
  }
}
