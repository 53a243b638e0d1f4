package epsilonlab.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits in rows and columns without captions, as large as the room allows in whole steps of 28;
 * one of them may be chosen.
 *
 * @param values 784 values in [0, 1] a digit, one behind the other; taken as they are, not copied
 * @param columns digits in a row
 * @param gap between two digits in logical pixels
 * @param chosen index of the framed digit, -1 for none
 * @param subject what the digits are, for those who cannot see them
 */
public record DigitGrid(float[] values, int columns, int gap, int chosen, String subject)
    implements Figure {
  private static final int LARGEST_SCALE = 13;

  /** Checks the numbers. */
  public DigitGrid {
    if (columns < 1 || values.length % DigitPixels.COUNT != 0) {
      throw new IllegalArgumentException(columns + " columns, " + values.length + " values");
    }
  }

  /** How many digits there are. */
  public int count() {
    return values.length / DigitPixels.COUNT;
  }

  /** How many rows they fill. */
  public int rows() {
    return (count() + columns - 1) / columns;
  }

  /** The side of the grid when each image pixel is {@code scale} screen pixels. */
  public static double side(int digits, int scale, int gap) {
    return digits * (double) scale * DigitPixels.SIDE + (digits - 1.0) * gap;
  }

  private int scale(double width, double height) {
    double across = (width - (columns - 1.0) * gap) / columns;
    double down = (height - (rows() - 1.0) * gap) / Math.max(1, rows());
    int fits = (int) (Math.min(across, down) / DigitPixels.SIDE);
    return Math.max(1, Math.min(LARGEST_SCALE, fits));
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return side(rows(), scale(width, Double.MAX_VALUE), gap);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    paintBelow(pen, 0, width, height, theme);
  }

  /** Paints it so far below the top; {@code height} is its own. */
  void paintBelow(Pen pen, double top, double width, double height, FigureTheme theme) {
    int side = scale(width, height) * DigitPixels.SIDE;
    int[] pixels = new int[DigitPixels.COUNT];
    float[] image = new float[DigitPixels.COUNT];
    for (int i = 0; i < count(); i++) {
      double x = i % columns * (double) (side + gap);
      double y = top + i / columns * (double) (side + gap);
      System.arraycopy(values, i * DigitPixels.COUNT, image, 0, DigitPixels.COUNT);
      DigitPixels.ink(image, theme, pixels);
      pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, x, y, side, side);
      if (i == chosen) {
        pen.strokeRect(x + 1.5, y + 1.5, side - 3, side - 3, 3, theme.accent());
      } else {
        pen.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1, 1, theme.border());
      }
    }
  }

  /** The index of the digit at a point of a grid of that size, or -1: for clicks. */
  public int digitAt(double x, double y, double width, double height) {
    int side = scale(width, height) * DigitPixels.SIDE;
    int column = (int) Math.floor(x / (side + gap));
    int row = (int) Math.floor(y / (side + gap));
    boolean within =
        column >= 0 && row >= 0 && column < columns && x - column * (double) (side + gap) < side;
    int index = row * columns + column;
    return within && index < count() && y - row * (double) (side + gap) < side ? index : -1;
  }

  @Override
  public FigureTable toTable() {
    List<String> header = new ArrayList<>(List.of("digit", "row", "column"));
    for (int p = 0; p < DigitPixels.COUNT; p++) {
      header.add("pixel " + p);
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < count(); i++) {
      List<Object> row = new ArrayList<>(List.of(i, i / columns, i % columns));
      for (int p = 0; p < DigitPixels.COUNT; p++) {
        row.add(values[i * DigitPixels.COUNT + p]);
      }
      rows.add(row);
    }
    return new FigureTable(header, rows);
  }

  @Override
  public String description() {
    return subject
        + ": "
        + count()
        + " digits"
        + (chosen < 0 ? "." : ", number " + (chosen + 1) + " is chosen.");
  }

  @Override
  public boolean showsDigits() {
    return true;
  }
}
