package epsilonlab.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A small data set in IDX files: ten stripes in noise, one for each class. */
final class SmallData {
  static final int TRAIN = 300;
  static final int TEST = 60;

  private SmallData() {}

  /** Writes {@code folder/mnist/} and returns {@code folder}. */
  static Path write(Path folder) throws IOException {
    Path place = Files.createDirectories(folder.resolve("mnist"));
    part(place, "train", TRAIN, new Random(1));
    part(place, "t10k", TEST, new Random(2));
    return folder;
  }

  private static void part(Path place, String part, int count, Random random) throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + count * 784);
    images.putInt(2051).putInt(count).putInt(28).putInt(28);
    ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(2049).putInt(count);
    for (int i = 0; i < count; i++) {
      int label = i % 10;
      labels.put((byte) label);
      for (int p = 0; p < 784; p++) {
        images.put((byte) (random.nextInt(60) + (p / 56 == label ? 190 : 0)));
      }
    }
    gzip(place.resolve(part + "-images-idx3-ubyte.gz"), images.array());
    gzip(place.resolve(part + "-labels-idx1-ubyte.gz"), labels.array());
  }

  static void gzip(Path file, byte[] raw) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(raw);
    }
  }
}
