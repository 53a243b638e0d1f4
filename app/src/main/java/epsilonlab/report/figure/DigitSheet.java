package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Digits side by side in one picture, as generated samples are shown: edges flush, no captions.
 *
 * @param images 784 values in [0, 1] each; taken as they are, not copied
 * @param columns digits in a row
 * @param scale logical pixels per image pixel, a whole number (2 = 56, 3 = 84)
 * @param chosen the index of the framed one, or -1
 * @param title above the digits; may be empty
 * @param subject what the digits are, for those who cannot see them
 */
public record DigitSheet(
    List<float[]> images, int columns, int scale, int chosen, String title, String subject)
    implements Figure {
  /** Between two digits, in logical pixels. */
  public static final int GAP = 4;

  private static final double TITLE = 24;

  public DigitSheet {
    images = List.copyOf(images);
    if (columns < 1 || scale < 1) {
      throw new IllegalArgumentException("columns and scale are at least 1");
    }
  }

  /** Without a title and with none chosen. */
  public static DigitSheet of(List<float[]> images, int columns, int scale, String subject) {
    return new DigitSheet(images, columns, scale, -1, "", subject);
  }

  /** The same with one framed. */
  public DigitSheet withChosen(int index) {
    return new DigitSheet(images, columns, scale, index, title, subject);
  }

  /** The same with a line of text above. */
  public DigitSheet withTitle(String text) {
    return new DigitSheet(images, columns, scale, chosen, text, subject);
  }

  private double side() {
    return (double) scale * DigitPixels.SIDE;
  }

  private double pitch() {
    return side() + GAP;
  }

  private double top(FigureTheme theme) {
    return title.isEmpty() ? 0 : Math.round(TITLE * theme.text() / 13);
  }

  /** The width that the digits take. */
  public double preferredWidth() {
    return columns * pitch() - GAP;
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    int rows = (images.size() + columns - 1) / columns;
    return top(theme) + Math.max(0, rows * pitch() - GAP);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    if (!title.isEmpty()) {
      double base = 14 * theme.text() / 13;
      pen.text(title, 0, base, TextStyle.semibold(theme.text()), Anchor.LEFT, theme.ink());
    }
    int[] pixels = new int[DigitPixels.COUNT];
    for (int i = 0; i < images.size(); i++) {
      double x = i % columns * pitch();
      double y = top(theme) + i / columns * pitch();
      DigitPixels.ink(images.get(i), theme, pixels);
      pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, x, y, side(), side());
      if (i == chosen) {
        pen.strokeRect(x + 1.5, y + 1.5, side() - 3, side() - 3, 3, theme.accent());
      } else {
        pen.strokeRect(x + 0.5, y + 0.5, side() - 1, side() - 1, 1, theme.border());
      }
    }
  }

  /** The index of the digit at a point, or -1: for clicks. */
  public int imageAt(double x, double y, FigureTheme theme) {
    double down = y - top(theme);
    int column = (int) Math.floor(x / pitch());
    int row = (int) Math.floor(down / pitch());
    boolean within =
        column >= 0
            && column < columns
            && row >= 0
            && x - column * pitch() < side()
            && down - row * pitch() < side();
    int index = row * columns + column;
    return within && index < images.size() ? index : -1;
  }

  @Override
  public FigureTable toTable() {
    List<String> header = new ArrayList<>(List.of("row", "column"));
    IntStream.range(0, DigitPixels.COUNT).forEach(pixel -> header.add("pixel " + pixel));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      List<Object> row = new ArrayList<>(List.of(i / columns, i % columns));
      for (float ink : images.get(i)) {
        row.add(ink);
      }
      rows.add(row);
    }
    return new FigureTable(header, rows);
  }

  @Override
  public String description() {
    String heading = title.isEmpty() ? "" : ", " + title;
    return subject + heading + ": " + images.size() + " digits.";
  }

  @Override
  public boolean showsDigits() {
    return true;
  }
}
