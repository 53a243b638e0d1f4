package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One digit under several attacks: what the attacker hands in, what an autoencoder makes of it
 * before it is read, and the answer.
 *
 * @param rows one an attack
 * @param truth the digit's class
 */
public record RestoredUnderAttack(List<Row> rows, int truth) implements Figure {
  private static final double SIDE = 2 * DigitPixels.SIDE;
  private static final double HEAD = 18;
  private static final double PITCH = 82;
  private static final double ARROW = 74;
  private static final double SECOND = 92;
  private static final double ANSWER = 181;

  /**
   * @param name such as "Plain attack"
   * @param attacked 784 values in [0, 1]; taken as they are
   * @param restored the same, or null where nothing is restored
   * @param confidence of the answer, in [0, 1]
   */
  public record Row(
      String name, float[] attacked, float[] restored, int answer, double confidence) {}

  /** Copies the list. */
  public RestoredUnderAttack {
    rows = List.copyOf(rows);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return (HEAD + rows.size() * PITCH) * theme.text() / 13;
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double unit = theme.text() / 13;
    TextStyle plain = TextStyle.regular(theme.text());
    double base = 10 * unit;
    double half = SIDE / 2;
    pen.text("x*", half, base, TextStyle.maths(theme.text()), Anchor.CENTER, theme.muted());
    pen.text("restored", (SECOND + half) * unit, base, plain, Anchor.CENTER, theme.muted());
    pen.text("answer", (ANSWER + 25) * unit, base, plain, Anchor.CENTER, theme.muted());
    int[] pixels = new int[DigitPixels.COUNT];
    for (int i = 0; i < rows.size(); i++) {
      row(pen, rows.get(i), (HEAD + i * PITCH) * unit, pixels, theme);
    }
  }

  private void row(Pen pen, Row row, double top, int[] pixels, FigureTheme theme) {
    double unit = theme.text() / 13;
    TextStyle plain = TextStyle.regular(theme.text());
    boolean wrong = row.answer() != truth;
    double middle = top + SIDE / 2;
    picture(pen, row.attacked(), 1, top, pixels, theme);
    arrow(pen, ARROW * unit, middle, unit, theme);
    double second = Math.round(SECOND * unit);
    if (row.restored() == null) {
      none(pen, second, top, theme);
    } else {
      picture(pen, row.restored(), second, top, pixels, theme);
    }
    TextStyle large = TextStyle.bold(Math.round(28 * unit));
    int ink = wrong ? theme.danger() : theme.ink();
    double level = middle + 0.36 * large.size();
    double icon = 20 * unit;
    if (wrong) {
      Icons.warning(pen, ANSWER * unit + icon / 2, middle, icon, theme.danger());
    } else {
      Icons.check(pen, ANSWER * unit + icon / 2, middle, icon, theme.success());
    }
    double number = (ANSWER + 28) * unit;
    pen.text(String.valueOf(row.answer()), number, level, large, Anchor.LEFT, ink);
    double base = top + SIDE + 16 * unit;
    pen.text(row.name(), 0, base, plain, Anchor.LEFT, theme.muted());
    pen.text(
        Numbers.percent(row.confidence()),
        number + 9 * unit,
        base,
        TextStyle.semibold(theme.text()),
        Anchor.CENTER,
        theme.ink());
  }

  private static void picture(
      Pen pen, float[] image, double x, double y, int[] pixels, FigureTheme theme) {
    DigitPixels.ink(image, theme, pixels);
    pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, x, y, SIDE, SIDE);
    pen.strokeRect(x - 0.5, y - 0.5, SIDE + 1, SIDE + 1, 1, theme.border());
  }

  private static void none(Pen pen, double x, double y, FigureTheme theme) {
    Stroke dashes = new Stroke(1, theme.border(), 3, 3);
    double[] xs = {x, x + SIDE, x + SIDE, x, x};
    double[] ys = {y, y, y + SIDE, y + SIDE, y};
    pen.polyline(xs, ys, 5, dashes);
    TextStyle plain = TextStyle.regular(theme.text());
    double base = y + SIDE / 2 + 0.36 * plain.size();
    pen.text("none", x + SIDE / 2, base, plain, Anchor.CENTER, theme.muted());
  }

  private static void arrow(Pen pen, double x, double y, double unit, FigureTheme theme) {
    Stroke stroke = new Stroke(1.5 * unit, theme.muted());
    pen.line(x - 5 * unit, y, x + 5 * unit, y, stroke);
    double[] xs = {x + unit, x + 5 * unit, x + unit};
    double[] ys = {y - 4 * unit, y, y + 4 * unit};
    pen.polyline(xs, ys, 3, stroke);
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> table = new ArrayList<>();
    for (Row row : rows) {
      table.add(List.of(row.name(), truth, row.answer(), row.confidence()));
    }
    return new FigureTable(List.of("attack", "class", "answer", "confidence"), table);
  }

  @Override
  public String description() {
    return rows.stream()
        .map(
            row ->
                row.name()
                    + ": read as "
                    + row.answer()
                    + ", "
                    + Numbers.percent(row.confidence())
                    + " sure.")
        .collect(Collectors.joining(" ", "A " + truth + " under attack. ", ""));
  }

  @Override
  public boolean showsDigits() {
    return true;
  }
}
