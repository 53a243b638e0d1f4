package epsilonlab.report.figure;

/**
 * Digits on a square grid of a plane: what a decoder makes of each place.
 *
 * @param left the x of the plane at the left edge of the first column
 * @param top the y of the plane at the upper edge of the first row
 * @param step the side of a cell in units of the plane
 * @param columns cells in a row
 * @param images columns x rows x 784 values in [0, 1], row by row from the top
 */
public record MapTiles(double left, double top, double step, int columns, float[] images) {
  /**
   * The places that a grid asks for, with cells of about 28 logical pixels that fill a window.
   *
   * @param width of the map in logical pixels
   */
  public static Grid grid(MapWindow window, double width, double height) {
    int columns = Math.max(1, (int) Math.round(width / DigitPixels.SIDE));
    double step = width / columns / window.scale(width, height);
    double left = window.toPlaneX(0, width, height);
    double top = window.toPlaneY(0, width, height);
    double bottom = window.toPlaneY(height, width, height);
    int rows = Math.max(1, (int) Math.ceil((top - bottom) / step - 1e-9));
    // what is cut is cut evenly
    double above = (rows * step - (top - bottom)) / 2;
    return new Grid(left, top + above, step, columns, rows);
  }

  /** A grid without its digits yet. */
  public record Grid(double left, double top, double step, int columns, int rows) {
    /** The middle of a cell in the plane; cells are counted row by row from the top left. */
    public double x(int cell) {
      return left + (cell % columns + 0.5) * step;
    }

    /** See {@link #x}. */
    public double y(int cell) {
      return top - (cell / columns + 0.5) * step;
    }

    /** How many cells there are. */
    public int cells() {
      return columns * rows;
    }

    /**
     * The same grid with its digits.
     *
     * @param images one a cell
     */
    public MapTiles with(float[] images) {
      return new MapTiles(left, top, step, columns, images);
    }
  }

  void paint(Pen pen, MapWindow window, double width, double height, FigureTheme theme) {
    float[] image = new float[DigitPixels.COUNT];
    int[] pixels = new int[DigitPixels.COUNT];
    double side = step * window.scale(width, height);
    double x = window.toPictureX(left, width, height);
    double y = window.toPictureY(top, width, height);
    pen.pushClip(0, 0, width, height);
    for (int i = 0; i < images.length / DigitPixels.COUNT; i++) {
      System.arraycopy(images, i * DigitPixels.COUNT, image, 0, DigitPixels.COUNT);
      DigitPixels.ink(image, theme, pixels);
      double left = x + i % columns * side;
      double top = y + i / columns * side;
      pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, left, top, side, side);
    }
    pen.popClip();
  }
}
