package epsilonlab.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files by the format's description, independently of the code under test. */
final class IdxWriter {
  static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  private IdxWriter() {}

  static byte[] images(int magic, int count, int rows, int columns, byte[] pixels) {
    return ByteBuffer.allocate(16 + pixels.length)
        .putInt(magic)
        .putInt(count)
        .putInt(rows)
        .putInt(columns)
        .put(pixels)
        .array();
  }

  static byte[] labels(int magic, int count, byte[] labels) {
    return ByteBuffer.allocate(8 + labels.length).putInt(magic).putInt(count).put(labels).array();
  }

  static byte[] someImages(int count, long seed) {
    byte[] pixels = new byte[count * 784];
    new Random(seed).nextBytes(pixels);
    return images(2051, count, 28, 28, pixels);
  }

  static byte[] someLabels(int count) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i * 7 % 10);
    }
    return labels(2049, count, labels);
  }

  static byte[] gzip(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(raw);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toByteArray();
  }

  /** The contents of a small set, in the order training images, labels, test images, labels. */
  static List<byte[]> smallSet() {
    return List.of(someImages(30, 1), someLabels(30), someImages(20, 2), someLabels(20));
  }

  static List<String> names() {
    return List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);
  }

  /** Writes a small set into {@code folder}. */
  static Path write(Path folder, boolean gzipped) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < 4; i++) {
      byte[] raw = smallSet().get(i);
      Files.write(
          folder.resolve(names().get(i) + (gzipped ? ".gz" : "")), gzipped ? gzip(raw) : raw);
    }
    return folder;
  }

  static String sha256(List<byte[]> contents) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    contents.forEach(digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }
}
