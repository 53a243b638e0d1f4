package epsilonlab.report.figure;

import java.util.List;

/**
 * A picture as a figure, never larger than a pixel of its own a logical pixel.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb row by row; taken as it is, not copied
 * @param description what it shows
 */
public record PixelPicture(int width, int height, int[] argb, String description)
    implements Figure {
  /**
   * @throws IllegalArgumentException if the pixels do not fill it
   */
  public PixelPicture {
    if (argb.length != width * height) {
      throw new IllegalArgumentException(argb.length + " pixels do not fill it");
    }
  }

  /**
   * A picture of 8-bit colours.
   *
   * @param rgb red, green and blue of one pixel after the other, row by row
   */
  public static PixelPicture ofRgb(int width, int height, byte[] rgb, String description) {
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      int red = rgb[3 * i] & 0xff;
      int green = rgb[3 * i + 1] & 0xff;
      int blue = rgb[3 * i + 2] & 0xff;
      argb[i] = 0xff000000 | red << 16 | green << 8 | blue;
    }
    return new PixelPicture(width, height, argb, description);
  }

  private double scale(double room) {
    return Math.min(1, room / width);
  }

  @Override
  public double preferredHeight(double room, FigureTheme theme) {
    return height * scale(room);
  }

  @Override
  public void paint(Pen pen, double roomWidth, double roomHeight, FigureTheme theme) {
    double scale = Math.min(scale(roomWidth), roomHeight / height);
    pen.drawPixels(argb, width, height, 0, 0, width * scale, height * scale);
  }

  /** Its size; the pixels themselves are in the picture. */
  @Override
  public FigureTable toTable() {
    return new FigureTable(List.of("width", "height"), List.of(List.of(width, height)));
  }
}
