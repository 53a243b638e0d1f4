package epsilonlab.privacy.inference;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Images whose labels follow no rule, in 40 random pixels: whoever is right about one has learnt it
 * by heart.
 */
final class RandomImages {
  private RandomImages() {}

  static ImageSet images(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] pixels = new byte[count * ImageSet.PIXELS];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) random.nextInt(10);
      for (int p = 0; p < 40; p++) {
        pixels[i * ImageSet.PIXELS + 19 * p] = (byte) random.nextInt(256);
      }
    }
    return ImageSet.ofBytes(pixels, labels);
  }

  static DataSet dataSet(int train, int test, long seed) {
    return new DataSet(
        "random",
        "random images",
        "the test",
        "",
        List.of(),
        images(train, seed),
        images(test, seed + 1));
  }
}
