package epsilonlab.defence.purify;

import epsilonlab.data.ImageSet;
import epsilonlab.generative.Purifier;

/** Restores images that are rows in Java memory. */
final class Restored {
  private Restored() {}

  /**
   * What the purifier makes of them.
   *
   * @param rows 784 values an image
   */
  static float[][] of(Purifier purifier, float[][] rows) {
    float[] flat = new float[rows.length * ImageSet.PIXELS];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * ImageSet.PIXELS, ImageSet.PIXELS);
    }
    var pictures = purifier.restore(flat);
    float[][] restored = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      restored[i] = pictures.image(i);
    }
    return restored;
  }
}
