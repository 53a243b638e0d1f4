package epsilonlab.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * The costly part of a latent map, painted beforehand off the window's thread: thousands of points,
 * or many small digits.
 *
 * @param argb pixels, row by row; nobody may change them
 * @param w pixels in a row
 * @param h rows
 */
public record MapBackdrop(int[] argb, int w, int h) {
  /**
   * Paints points.
   *
   * @param width of the map in logical pixels
   * @param scale pixels a logical pixel
   */
  public static MapBackdrop points(
      LatentCloud cloud, double width, double height, double scale, FigureTheme theme) {
    return paint(
        width, height, scale, theme, pen -> LatentMap.points(pen, cloud, width, height, theme));
  }

  /** Paints digits on a grid, for the window of a cloud. */
  public static MapBackdrop digits(
      MapTiles tiles,
      MapWindow window,
      double width,
      double height,
      double scale,
      FigureTheme theme) {
    return paint(
        width, height, scale, theme, pen -> tiles.paint(pen, window, width, height, theme));
  }

  private interface Painting {
    void on(Pen pen);
  }

  private static MapBackdrop paint(
      double width, double height, double scale, FigureTheme theme, Painting painting) {
    int w = Math.max(1, (int) Math.round(width * scale));
    int h = Math.max(1, (int) Math.round(height * scale));
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(new Color(theme.ground()));
      graphics.fillRect(0, 0, w, h);
      graphics.scale(scale, scale);
      painting.on(new AwtPen(graphics));
    } finally {
      graphics.dispose();
    }
    int[] pixels = image.getRGB(0, 0, w, h, null, 0, w);
    return new MapBackdrop(pixels, w, h);
  }

  void draw(Pen pen, double width, double height) {
    pen.drawPixels(argb, w, h, 0, 0, width, height);
  }
}
