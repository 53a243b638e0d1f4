package epsilonlab.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of digits with an arrow between, in one row: as many as there is room for.
 *
 * @param pairs the first ones are shown
 * @param subject what they are, for those who cannot see them
 */
public record DigitPairs(List<Pair> pairs, String subject) implements Figure {
  private static final double ARROW = 30;
  private static final double LEAST_GAP = 28;

  /**
   * @param left 784 values in [0, 1]; taken as they are, not copied
   * @param right the same
   * @param distance between them
   * @param warned whether they are suspiciously alike
   */
  public record Pair(float[] left, float[] right, double distance, boolean warned) {}

  /** Copies the list. */
  public DigitPairs {
    pairs = List.copyOf(pairs);
  }

  private static double box(FigureTheme theme) {
    return (theme.presenting() ? 3 : 2) * DigitPixels.SIDE + 2.0;
  }

  private int shown(double width, FigureTheme theme) {
    double pair = 2 * box(theme) + ARROW;
    int fit = (int) ((width + LEAST_GAP) / (pair + LEAST_GAP));
    return Math.max(1, Math.min(pairs.size(), fit));
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return box(theme);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    if (pairs.isEmpty()) {
      return;
    }
    double box = box(theme);
    double pair = 2 * box + ARROW;
    int shown = shown(width, theme);
    double step = shown == 1 ? 0 : (width - pair) / (shown - 1);
    for (int i = 0; i < shown; i++) {
      double x = Math.round(i * step);
      digit(pen, pairs.get(i).left(), x, box, theme, false);
      arrow(pen, x + box + ARROW / 2, box / 2, theme);
      digit(pen, pairs.get(i).right(), x + box + ARROW, box, theme, pairs.get(i).warned());
    }
  }

  private static void digit(
      Pen pen, float[] image, double x, double box, FigureTheme theme, boolean warned) {
    int[] pixels = new int[DigitPixels.COUNT];
    DigitPixels.ink(image, theme, pixels);
    double side = box - 2;
    pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, x + 1, 1, side, side);
    if (warned) {
      pen.strokeRect(x + 1.5, 1.5, box - 3, box - 3, 3, theme.warning());
      Icons.warning(pen, x - ARROW / 2, box / 2 - 17, 16, theme.warning());
    } else {
      pen.strokeRect(x + 0.5, 0.5, box - 1, box - 1, 1, theme.border());
    }
  }

  private static void arrow(Pen pen, double x, double y, FigureTheme theme) {
    Stroke line = new Stroke(1.5, theme.muted());
    pen.line(x - 6, y, x + 6, y, line);
    pen.polyline(new double[] {x + 2, x + 6, x + 2}, new double[] {y - 4, y, y + 4}, 3, line);
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      rows.add(List.of(i, pair.distance(), pair.warned() ? "suspiciously close" : ""));
    }
    return new FigureTable(List.of("pair", "distance", "remark"), rows);
  }

  @Override
  public String description() {
    long warned = pairs.stream().filter(Pair::warned).count();
    return subject
        + (warned == 0
            ? ": none is suspiciously close."
            : ": " + warned + " are suspiciously close.");
  }

  @Override
  public boolean showsDigits() {
    return true;
  }
}
