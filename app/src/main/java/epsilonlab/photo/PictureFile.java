package epsilonlab.photo;

import epsilonlab.engine.LabException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads JPEG and PNG files, the way up that the camera noted. */
public final class PictureFile {
  /** The shorter side of the smallest picture that is taken. */
  static final int LEAST_SIDE = 16;

  private static final double MOST_MEGAPIXELS = 40;
  // the shorter side becomes 224 pixels: of a thread much would be made, and nothing shown
  private static final int MOST_STRETCHED = 50;
  private static final long MOST_BYTES = 200_000_000;

  private PictureFile() {}

  /**
   * Reads a picture.
   *
   * @throws LabException if the file is not there or is no JPEG or PNG, is damaged, too small, too
   *     large, too long and thin, or in colours for print
   */
  public static Picture read(Path file) {
    byte[] bytes;
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new LabException(
            file + " is larger than 200 MB; choose a picture of at most 40 megapixels.");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new LabException(
          "The picture " + file + " cannot be read; check its path.", unreadable);
    }
    return read(bytes, file.toString());
  }

  /**
   * The same from memory.
   *
   * @param name what errors call it
   */
  public static Picture read(byte[] bytes, String name) {
    try (MemoryCacheImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      ImageReader reader = readers.hasNext() ? readers.next() : null;
      String format = reader == null ? "" : reader.getFormatName().toLowerCase(Locale.ROOT);
      if (!format.equals("jpeg") && !format.equals("png")) {
        throw new LabException(name + " is not a JPEG or PNG picture; choose one that is.");
      }
      try {
        reader.setInput(stream, true, true);
        checkSize(name, reader.getWidth(0), reader.getHeight(0));
        Picture picture = Pixels.of(decode(reader, name));
        return format.equals("jpeg") ? Orientation.of(bytes).upright(picture) : picture;
      } finally {
        reader.dispose();
      }
    } catch (LabException said) {
      throw said;
    } catch (IOException | RuntimeException damaged) {
      // the decoders throw whatever a damaged chunk or profile leads them to
      throw new LabException(
          name + " is damaged and cannot be read; open it in another program and save it anew.",
          damaged);
    }
  }

  private static BufferedImage decode(ImageReader reader, String name) throws IOException {
    try {
      BufferedImage image = reader.read(0);
      int space = image.getColorModel().getColorSpace().getType();
      if (space != ColorSpace.TYPE_RGB && space != ColorSpace.TYPE_GRAY) {
        throw forPrint(name, null);
      }
      return image;
    } catch (IIOException refused) {
      // the decoder reads not all relatives of CMYK, but their numbers as they stand
      if (reader.canReadRaster() && bands(reader) == 4) {
        throw forPrint(name, refused);
      }
      throw refused;
    }
  }

  private static int bands(ImageReader reader) {
    try {
      return reader.readRaster(0, null).getNumBands();
    } catch (IOException damaged) {
      return 0;
    }
  }

  private static LabException forPrint(String name, Throwable cause) {
    return new LabException(
        name + " is in CMYK colours, which are for print; save it as an RGB picture.", cause);
  }

  private static void checkSize(String name, int width, int height) {
    if (Math.min(width, height) < LEAST_SIDE) {
      throw new LabException(
          "%s is %d x %d pixels, too small to show anything; its sides must have at least %d."
              .formatted(name, width, height, LEAST_SIDE));
    }
    if (Math.max(width, height) > (long) MOST_STRETCHED * Math.min(width, height)) {
      throw new LabException(
          "%s is %d x %d pixels, too long and thin; cut out a part whose longer side is at most %d times the shorter."
              .formatted(name, width, height, MOST_STRETCHED));
    }
    double megapixels = (double) width * height / 1e6;
    if (megapixels > MOST_MEGAPIXELS) {
      throw new LabException(
          String.format(
              Locale.ROOT,
              "%s has %.0f megapixels; choose a picture of at most %.0f, or make it smaller.",
              name,
              megapixels,
              MOST_MEGAPIXELS));
    }
  }
}
