package epsilonlab.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG files of 8 bits a colour, without loss. */
public final class PhotoPng {
  private PhotoPng() {}

  /** The bytes of the file. */
  public static byte[] of(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
          rgb = rgb << 8 | picture.value(x, y, channel);
        }
        image.setRGB(x, y, rgb);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // in memory: ImageIO's own choice is a temporary file
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  /**
   * A change of a photo around grey: each colour shows its own change, {@code limit} and beyond is
   * full.
   *
   * @param change as {@link PhotoResult#change()} gives it
   * @param limit the change that is drawn white, above 0; minus that is black
   */
  public static Picture change(float[] change, double limit) {
    float[] shown = new float[change.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = (float) (0.5 + 0.5 * change[i] / limit);
    }
    return Photo.picture(shown);
  }
}
