package epsilonlab.data;

import epsilonlab.engine.LabException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the standard IDX files of MNIST and its kin, gzipped or not (which the content decides).
 * Nothing in a header is believed: the memory grows with what the file really holds, and every
 * fault is a {@link LabException} that names the file.
 */
public final class IdxFiles {
  /** Training images, training labels, test images, test labels: the files' standard names. */
  public static final List<String> NAMES =
      List.of(
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte");

  private static final String AGAIN = "; copy or download it again.";
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  /** Far more than any set of such digits has, and below what one array can hold. */
  private static final long MOST_IMAGES = 1_000_000;

  private static final int FIRST_BUFFER = 1 << 20;

  private IdxFiles() {}

  /**
   * Reads the images and labels of one part.
   *
   * @throws LabException if a file is damaged, is of another kind, or does not fit the other
   */
  static IdxPart read(Path images, Path labels) {
    byte[] classes = contents(labels, LABELS, 1, "labels");
    byte[] pixels = contents(images, IMAGES, ImageSet.PIXELS, "pixels");
    int count = pixels.length / ImageSet.PIXELS;
    if (count != classes.length) {
      throw new LabException(
          String.format(
              Locale.ROOT,
              "%s has %,d labels for the %,d images of %s; copy or download both again.",
              labels.getFileName(),
              classes.length,
              count,
              images.getFileName()));
    }
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] < 0 || classes[i] >= ImageSet.CLASSES) {
        throw new LabException(
            String.format(
                Locale.ROOT,
                "%s gives image %,d the label %d, but labels go from 0 to 9; use the files of"
                    + " MNIST or Fashion-MNIST.",
                labels.getFileName(),
                i,
                Byte.toUnsignedInt(classes[i])));
      }
    }
    return new IdxPart(pixels, classes);
  }

  private static byte[] contents(Path file, int magic, int bytesEach, String what) {
    String name = file.getFileName().toString();
    try (InputStream in = open(file)) {
      long count = header(in, name, magic);
      return body(in, name, count * bytesEach, what);
    } catch (ZipException damaged) {
      throw new LabException(
          name + " is damaged: its compression does not add up" + AGAIN, damaged);
    } catch (IOException unreadable) {
      throw new LabException(
          file + " cannot be read; check that it is a file and that you may read it.", unreadable);
    }
  }

  /** The uncompressed contents of a file. */
  static InputStream open(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      in.mark(2);
      boolean gzipped = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return gzipped ? new GZIPInputStream(in, 1 << 16) : in;
    } catch (EOFException torn) {
      // torn within the first bytes: the rest of the reading says so
      in.close();
      return InputStream.nullInputStream();
    } catch (IOException | RuntimeException failed) {
      in.close();
      throw failed;
    }
  }

  /** Checks a header and returns the number of items that it promises. */
  private static long header(InputStream in, String name, int magic) throws IOException {
    byte[] start = new byte[magic == IMAGES ? 16 : 8];
    int length = fill(in, start, 0);
    if (length == 0) {
      throw new LabException(name + " is empty" + AGAIN);
    }
    ByteBuffer header = ByteBuffer.wrap(start);
    if (length >= 4 && header.getInt(0) != magic) {
      throw new LabException(
          String.format(
              Locale.ROOT,
              "%s is not an IDX file of %s (it starts with 0x%08x instead of 0x%08x); use the"
                  + " standard files.",
              name,
              magic == IMAGES ? "images" : "labels",
              header.getInt(0),
              magic));
    }
    if (length < start.length) {
      throw new LabException(
          name + " ends after " + length + " of " + start.length + " bytes of its header" + AGAIN);
    }
    long count = Integer.toUnsignedLong(header.getInt(4));
    if (magic == IMAGES
        && (header.getInt(8) != ImageSet.SIDE || header.getInt(12) != ImageSet.SIDE)) {
      throw new LabException(
          String.format(
              Locale.ROOT,
              "%s has images of %s x %s pixels, but the lab works with 28 x 28; use the files of"
                  + " MNIST or Fashion-MNIST.",
              name,
              Integer.toUnsignedString(header.getInt(8)),
              Integer.toUnsignedString(header.getInt(12))));
    }
    if (count == 0) {
      throw new LabException(name + " holds nothing: its header says 0 items" + AGAIN);
    }
    if (count > MOST_IMAGES) {
      throw new LabException(
          String.format(
              Locale.ROOT,
              "%s says that it has %,d items, which is more than the %,d that the lab takes%s",
              name,
              count,
              MOST_IMAGES,
              AGAIN));
    }
    return count;
  }

  private static byte[] body(InputStream in, String name, long expected, String what)
      throws IOException {
    byte[] bytes = new byte[(int) Math.min(expected, FIRST_BUFFER)];
    int length = fill(in, bytes, 0);
    while (length == bytes.length && length < expected) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(expected, 2L * length));
      length = fill(in, bytes, length);
    }
    if (length < expected) {
      throw new LabException(
          String.format(
              Locale.ROOT,
              "%s ends after %,d of %,d bytes of %s%s",
              name,
              length,
              expected,
              what,
              AGAIN));
    }
    if (!isAtEnd(in)) {
      throw new LabException(
          String.format(
              Locale.ROOT,
              "%s goes on after the %,d bytes of %s that its header promises%s",
              name,
              expected,
              what,
              AGAIN));
    }
    return bytes;
  }

  /**
   * Reads until the array is full or the file ends, and returns how much of the array is filled.
   */
  private static int fill(InputStream in, byte[] bytes, int from) throws IOException {
    int length = from;
    try {
      int read;
      while (length < bytes.length && (read = in.read(bytes, length, bytes.length - length)) >= 0) {
        length += read;
      }
    } catch (EOFException torn) {
      return length;
    }
    return length;
  }

  private static boolean isAtEnd(InputStream in) throws IOException {
    try {
      return in.read() < 0;
    } catch (EOFException torn) {
      throw new ZipException("the checksum at the end is missing");
    }
  }

  static byte[] imageHeader(int count) {
    return ByteBuffer.allocate(16)
        .putInt(IMAGES)
        .putInt(count)
        .putInt(ImageSet.SIDE)
        .putInt(ImageSet.SIDE)
        .array();
  }

  static byte[] labelHeader(int count) {
    return ByteBuffer.allocate(8).putInt(LABELS).putInt(count).array();
  }
}
