package epsilonlab.ui.generate.denoise;

import epsilonlab.data.ImageSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Digits to be spoiled and restored.
 *
 * @param images their pixels and classes; a drawn one, whose class nobody knows, is called a 0
 * @param ids what the noise of each depends on: its index in the test set, or a number below 0 for
 *     a drawn one
 */
record Digits(ImageSet images, int[] ids) {
  /** The first of a test set. */
  static Digits first(ImageSet test, int count) {
    return new Digits(test.slice(0, count), IntStream.range(0, count).toArray());
  }

  /** Those of the grid. */
  static Digits of(List<Sample> samples) {
    byte[] pixels = new byte[samples.size() * ImageSet.PIXELS];
    byte[] labels = new byte[samples.size()];
    int[] ids = new int[samples.size()];
    for (int i = 0; i < ids.length; i++) {
      Sample sample = samples.get(i);
      for (int p = 0; p < ImageSet.PIXELS; p++) {
        float ink = Math.min(1, Math.max(0, sample.pixels()[p]));
        pixels[i * ImageSet.PIXELS + p] = (byte) Math.round(255 * ink);
      }
      labels[i] = (byte) Math.max(0, sample.label());
      // a drawn one by its place
      ids[i] = sample.isDrawn() ? -1 - i : sample.index();
    }
    return new Digits(ImageSet.ofBytes(pixels, labels), ids);
  }

  long id(int i) {
    return ids[i];
  }

  /** The classes; -1 where nobody knows. */
  int[] labels() {
    int[] labels = images.labels();
    for (int i = 0; i < ids.length; i++) {
      labels[i] = ids[i] < 0 ? -1 : labels[i];
    }
    return labels;
  }
}
