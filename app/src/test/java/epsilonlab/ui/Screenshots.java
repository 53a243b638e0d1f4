package epsilonlab.ui;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;

/** Writes what a scene shows into {@code target/screenshots}, without javafx-swing. */
public final class Screenshots {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private Screenshots() {}

  /** Writes {@code NAME.png}; to be called on the FX thread. */
  public static Path save(Scene scene, String name) {
    return save(scene.snapshot(null), name);
  }

  /** Writes {@code NAME.png}. */
  public static Path save(Image image, String name) {
    try {
      Files.createDirectories(FOLDER);
      return Files.write(FOLDER.resolve(name + ".png"), png(image));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] png(Image image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    PixelReader pixels = image.getPixelReader();
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    // whole rows: the deflater takes as long for one byte as for a thousand
    int[] argb = new int[width];
    byte[] row = new byte[1 + 3 * width];
    try (DeflaterOutputStream out = new DeflaterOutputStream(rows)) {
      for (int y = 0; y < height; y++) {
        pixels.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), argb, 0, width);
        for (int x = 0; x < width; x++) {
          row[3 * x + 1] = (byte) (argb[x] >> 16);
          row[3 * x + 2] = (byte) (argb[x] >> 8);
          row[3 * x + 3] = (byte) argb[x];
        }
        out.write(row);
      }
    }
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream header = new DataOutputStream(head);
    header.writeInt(width);
    header.writeInt(height);
    header.write(new byte[] {8, 2, 0, 0, 0});
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.writeLong(0x89504E470D0A1A0AL);
    chunk(out, "IHDR", head.toByteArray());
    chunk(out, "IDAT", rows.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
