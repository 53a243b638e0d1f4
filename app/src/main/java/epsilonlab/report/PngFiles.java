package epsilonlab.report;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Digits as PNG files: 28 x 28 images, every pixel a square of {@code scale} screen pixels, never
 * smoothed. The same pixels give the same bytes.
 */
public final class PngFiles {
  /** Rows and columns of an image. */
  public static final int SIDE = 28;

  private static final int[] NEGATIVE = {0x21, 0x66, 0xac};
  private static final int[] POSITIVE = {0xb2, 0x18, 0x2b};

  private PngFiles() {}

  /** How a pixel of 1 is drawn; a caption says which. */
  public enum Ink {
    /** As the data have it: 0 is black, 1 is white. */
    LIGHT_ON_DARK,
    /** As on paper: 0 is white, 1 is black. */
    DARK_ON_LIGHT
  }

  /** One grey image; {@code pixels} are 784 values, clipped to [0, 1]. */
  public static byte[] digit(float[] pixels, int scale, Ink ink) {
    return grid(List.of(pixels), 1, 0, scale, ink);
  }

  /**
   * Images row by row in a grid.
   *
   * @param images each of 784 values, clipped to [0, 1]
   * @param columns images a row
   * @param gap screen pixels between two images, in the colour of the paper
   */
  public static byte[] grid(List<float[]> images, int columns, int gap, int scale, Ink ink) {
    BufferedImage picture =
        canvas(images.size(), columns, gap, scale, BufferedImage.TYPE_BYTE_GRAY);
    // through the raster, for setRGB would bend the grey values by a gamma
    WritableRaster raster = picture.getRaster();
    int paper = grey(0, ink);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        raster.setSample(x, y, 0, paper);
      }
    }
    paint(
        images, columns, gap, scale, (x, y, value) -> raster.setSample(x, y, 0, grey(value, ink)));
    return encode(picture);
  }

  /**
   * A perturbation on the diverging scale: #2166AC at {@code -max}, white at 0, #B2182B at {@code
   * +max}; beyond that it is clipped.
   *
   * @param difference 784 values
   * @param max greater than 0, or 0 for an all-white picture of no perturbation
   */
  public static byte[] perturbation(float[] difference, double max, int scale) {
    return perturbations(List.of(difference), max, 1, 0, scale);
  }

  /** The same for many, as {@link #grid} lays them out. */
  public static byte[] perturbations(
      List<float[]> differences, double max, int columns, int gap, int scale) {
    if (!(max >= 0)) {
      throw new IllegalArgumentException("the scale needs a largest value, not " + max);
    }
    BufferedImage picture =
        canvas(differences.size(), columns, gap, scale, BufferedImage.TYPE_INT_RGB);
    int[] white = new int[picture.getWidth() * picture.getHeight()];
    Arrays.fill(white, 0xffffff);
    picture.setRGB(0, 0, picture.getWidth(), picture.getHeight(), white, 0, picture.getWidth());
    paint(
        differences,
        columns,
        gap,
        scale,
        (x, y, value) -> picture.setRGB(x, y, diverging(max == 0 ? 0 : value / max)));
    return encode(picture);
  }

  private interface Pixel {
    void set(int x, int y, float value);
  }

  private static BufferedImage canvas(int count, int columns, int gap, int scale, int type) {
    if (count == 0 || columns < 1 || gap < 0 || scale < 1) {
      throw new IllegalArgumentException(
          count + " images in " + columns + " columns, gap " + gap + ", scale " + scale);
    }
    int rows = (count + columns - 1) / columns;
    int cell = SIDE * scale + gap;
    return new BufferedImage(
        Math.subtractExact(Math.multiplyExact(Math.min(columns, count), cell), gap),
        Math.subtractExact(Math.multiplyExact(rows, cell), gap),
        type);
  }

  private static void paint(List<float[]> images, int columns, int gap, int scale, Pixel pixel) {
    int cell = SIDE * scale + gap;
    for (int i = 0; i < images.size(); i++) {
      float[] values = images.get(i);
      if (values.length != SIDE * SIDE) {
        throw new IllegalArgumentException("an image has 784 pixels, not " + values.length);
      }
      int left = i % columns * cell;
      int top = i / columns * cell;
      for (int y = 0; y < SIDE * scale; y++) {
        for (int x = 0; x < SIDE * scale; x++) {
          pixel.set(left + x, top + y, values[y / scale * SIDE + x / scale]);
        }
      }
    }
  }

  private static int grey(float value, Ink ink) {
    int light = Math.round(Math.min(1, Math.max(0, value)) * 255);
    return ink == Ink.LIGHT_ON_DARK ? light : 255 - light;
  }

  private static int diverging(double value) {
    double strength = Math.min(1, Math.abs(value));
    int[] end = value < 0 ? NEGATIVE : POSITIVE;
    int rgb = 0;
    for (int channel : end) {
      rgb = rgb << 8 | (int) Math.round(255 + strength * (channel - 255));
    }
    return rgb;
  }

  /** A picture in memory as PNG. */
  public static byte[] encode(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // in memory: ImageIO's own choice is a temporary file
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(picture, "png", stream)) {
        throw new IllegalStateException("this Java writes no PNG");
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }
}
