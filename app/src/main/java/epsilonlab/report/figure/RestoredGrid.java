package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * Digits in two rows, noisy above and restored below, each with what a classifier reads in it, and
 * at the left of each row how many of many digits it reads right.
 *
 * @param noisy the upper row
 * @param restored the lower row, of the same length
 * @param selected the column with a coloured frame, or -1
 */
public record RestoredGrid(Row noisy, Row restored, int selected) implements Figure {
  private static final double LABELS = 81;
  private static final double GAP = 7;
  private static final double FRAME = 2;
  private static final double CAPTION = 25;
  private static final int USUAL_SCALE = 4;

  /**
   * One row.
   *
   * @param name "Noisy" or "Restored"
   * @param share of many digits that are read right, in [0, 1], or NaN if nobody knows
   * @param stale whether the share is of other noise or weights and about to be replaced
   */
  public record Row(String name, double share, boolean stale, List<Cell> cells) {
    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One digit.
   *
   * @param image 784 values, cut to [0, 1] when drawn; null while it is not known. Taken as it is
   * @param truth its class, or -1 for one that nobody knows
   * @param answer what the classifier reads, or -1 if there is none
   */
  public record Cell(float[] image, int truth, int answer) {
    boolean isWrong() {
      return answer >= 0 && truth >= 0 && answer != truth;
    }

    String caption() {
      return answer < 0 ? "" : isWrong() ? truth + " → " + answer : String.valueOf(answer);
    }
  }

  /** Checks that the rows belong together. */
  public RestoredGrid {
    if (noisy.cells().size() != restored.cells().size()) {
      throw new IllegalArgumentException("both rows show the same digits");
    }
  }

  private int columns() {
    return Math.max(1, noisy.cells().size());
  }

  private static double unit(FigureTheme theme) {
    return theme.text() / 13;
  }

  private int scale(double width, double height, FigureTheme theme) {
    double room = width - LABELS * unit(theme) - 2 * FRAME;
    double wide = (room - GAP * (columns() - 1)) / columns();
    double high = height / 2 - CAPTION * unit(theme) - 2 * FRAME;
    return Math.max(1, (int) (Math.min(wide, high) / DigitPixels.SIDE));
  }

  private double pitch(double width, int scale, FigureTheme theme) {
    double box = scale * DigitPixels.SIDE + 2 * FRAME;
    double room = width - LABELS * unit(theme);
    return columns() == 1 ? 0 : Math.min((room - box) / (columns() - 1), 1.35 * box);
  }

  private static double rowHeight(int scale, FigureTheme theme) {
    return scale * DigitPixels.SIDE + 2 * FRAME + CAPTION * unit(theme);
  }

  /** The column at a place of a picture of this size, or -1. */
  public int columnAt(double x, double y, double width, double height, FigureTheme theme) {
    int scale = scale(width, height, theme);
    double pitch = pitch(width, scale, theme);
    double inside = x - LABELS * unit(theme);
    int column = pitch == 0 ? 0 : (int) (inside / pitch);
    boolean hit =
        inside >= 0
            && column < columns()
            && inside - column * pitch <= scale * DigitPixels.SIDE + 2
            && y >= 0
            && y <= 2 * rowHeight(scale, theme);
    return hit ? column : -1;
  }

  /** The middle of a column's upper picture, as {x, y}. */
  public double[] centreOf(int column, double width, double height, FigureTheme theme) {
    int scale = scale(width, height, theme);
    double half = scale * DigitPixels.SIDE / 2.0 + FRAME;
    return new double[] {LABELS * unit(theme) + column * pitch(width, scale, theme) + half, half};
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return 2 * rowHeight(USUAL_SCALE, theme);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    int scale = scale(width, height, theme);
    row(pen, noisy, 0, width, scale, theme);
    row(pen, restored, rowHeight(scale, theme), width, scale, theme);
  }

  private void row(Pen pen, Row row, double top, double width, int scale, FigureTheme theme) {
    label(pen, row, top + FRAME + scale * DigitPixels.SIDE / 2.0, theme);
    double pitch = pitch(width, scale, theme);
    int[] pixels = new int[DigitPixels.COUNT];
    for (int i = 0; i < row.cells().size(); i++) {
      double x = Math.round(LABELS * unit(theme) + i * pitch) + FRAME;
      cell(pen, row.cells().get(i), i == selected, x, top + FRAME, scale, pixels, theme);
    }
  }

  private static void label(Pen pen, Row row, double middle, FigureTheme theme) {
    double unit = unit(theme);
    TextStyle plain = TextStyle.regular(theme.text());
    TextStyle large = TextStyle.bold(Math.round(theme.text() * 2));
    pen.text(
        row.name(),
        0,
        middle - 20 * unit,
        TextStyle.semibold(theme.text()),
        Anchor.LEFT,
        theme.ink());
    boolean known = Double.isFinite(row.share());
    int ink = row.stale() || !known ? theme.muted() : theme.ink();
    String share = known ? Math.round(100 * row.share()) + " %" : "–";
    pen.text(
        share, 0, middle + 10 * unit, large, Anchor.LEFT, Colours.fade(ink, row.stale() ? 0.6 : 1));
    pen.text("read right", 0, middle + 31 * unit, plain, Anchor.LEFT, theme.muted());
  }

  private static void cell(
      Pen pen,
      Cell cell,
      boolean selected,
      double x,
      double y,
      int scale,
      int[] pixels,
      FigureTheme theme) {
    double side = scale * DigitPixels.SIDE;
    if (cell.image() == null) {
      pen.fillRect(x, y, side, side, theme.subtle());
    } else {
      DigitPixels.ink(cell.image(), theme, pixels);
      pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, x, y, side, side);
    }
    if (cell.isWrong()) {
      pen.strokeRect(x - 1, y - 1, side + 2, side + 2, 2, theme.danger());
    } else {
      pen.strokeRect(x - 0.5, y - 0.5, side + 1, side + 1, 1, theme.border());
    }
    if (selected) {
      pen.strokeRect(x - 3.5, y - 3.5, side + 7, side + 7, 2, theme.accent());
    }
    caption(pen, cell, x + side / 2, y + side + FRAME, theme);
  }

  private static void caption(Pen pen, Cell cell, double middle, double y, FigureTheme theme) {
    String text = cell.caption();
    if (text.isEmpty()) {
      return;
    }
    double unit = unit(theme);
    TextStyle style = TextStyle.semibold(theme.text());
    double icon = 15 * unit;
    double start = middle - (icon + 6 * unit + pen.textWidth(text, style)) / 2;
    double base = y + 16 * unit;
    double level = base - 0.36 * style.size();
    if (cell.isWrong()) {
      Icons.warning(pen, start + icon / 2, level, icon, theme.danger());
    } else if (cell.truth() >= 0) {
      Icons.check(pen, start + icon / 2, level, icon, theme.success());
    }
    int ink = cell.isWrong() ? theme.danger() : theme.ink();
    pen.text(text, start + icon + 6 * unit, base, style, Anchor.LEFT, ink);
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < noisy.cells().size(); i++) {
      Cell before = noisy.cells().get(i);
      Cell after = restored.cells().get(i);
      rows.add(List.of(i, before.truth(), before.answer(), after.answer()));
    }
    return new FigureTable(List.of("digit", "class", "noisy read as", "restored read as"), rows);
  }

  @Override
  public String description() {
    StringBuilder out = new StringBuilder("Noisy digits above, restored ones below.");
    for (Row row : List.of(noisy, restored)) {
      if (Double.isFinite(row.share())) {
        out.append(' ')
            .append(row.name())
            .append(": ")
            .append(Numbers.percent(row.share()))
            .append(" read right.");
      }
    }
    return out.toString();
  }

  @Override
  public boolean showsDigits() {
    return true;
  }
}
