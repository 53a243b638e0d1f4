package epsilonlab.photo;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Turns what Java decodes into red, green and blue. It takes the numbers as the file has them:
 * Java's own conversion would bend grey values by a gamma. Sixteen bits lose their lower eight.
 */
final class Pixels {
  private static final int WHITE = 255;

  private Pixels() {}

  /** The picture; what is transparent lies on white. */
  static Picture of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[3 * width * height];
    boolean seesThrough = false;
    Row row = row(image);
    int[] pixel = new int[4];
    for (int y = 0; y < height; y++) {
      row.read(y);
      for (int x = 0; x < width; x++) {
        row.pixel(x, pixel);
        int alpha = pixel[3];
        seesThrough |= alpha < 255;
        int at = 3 * (y * width + x);
        for (int channel = 0; channel < 3; channel++) {
          int value = pixel[channel];
          rgb[at + channel] =
              (byte) (alpha == 255 ? value : (value * alpha + WHITE * (255 - alpha) + 127) / 255);
        }
      }
    }
    return new Picture(
        width,
        height,
        rgb,
        seesThrough ? "The picture is transparent in places; it is laid on white." : "");
  }

  /** Reads one row of pixels after the other. */
  private interface Row {
    void read(int y);

    void pixel(int x, int[] rgba);
  }

  private static Row row(BufferedImage image) {
    ColorModel model = image.getColorModel();
    if (model instanceof IndexColorModel || isPacked(image)) {
      return new Colours(image);
    }
    return new Bands(image.getRaster(), model.getComponentSize(0), model.hasAlpha());
  }

  private static boolean isPacked(BufferedImage image) {
    return image.getRaster().getTransferType() == DataBuffer.TYPE_INT;
  }

  private static final class Colours implements Row {
    private final BufferedImage image;
    private final int[] row;

    Colours(BufferedImage image) {
      this.image = image;
      this.row = new int[image.getWidth()];
    }

    @Override
    public void read(int y) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
    }

    @Override
    public void pixel(int x, int[] rgba) {
      int argb = row[x];
      rgba[0] = argb >> 16 & 0xff;
      rgba[1] = argb >> 8 & 0xff;
      rgba[2] = argb & 0xff;
      rgba[3] = argb >>> 24;
    }
  }

  private static final class Bands implements Row {
    private final Raster raster;
    private final int bands;
    private final int shift;
    private final int stretch;
    private final boolean alpha;
    private final int[] row;

    Bands(Raster raster, int bits, boolean alpha) {
      this.raster = raster;
      this.bands = raster.getNumBands();
      this.shift = Math.max(0, bits - 8);
      this.stretch = bits >= 8 ? 1 : 255 / ((1 << bits) - 1);
      this.alpha = alpha;
      this.row = new int[raster.getWidth() * bands];
    }

    @Override
    public void read(int y) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
    }

    @Override
    public void pixel(int x, int[] rgba) {
      int colours = alpha ? bands - 1 : bands;
      for (int channel = 0; channel < 3; channel++) {
        rgba[channel] = value(x, colours == 1 ? 0 : channel);
      }
      rgba[3] = alpha ? value(x, bands - 1) : 255;
    }

    private int value(int x, int band) {
      return (row[x * bands + band] >> shift) * stretch;
    }
  }
}
