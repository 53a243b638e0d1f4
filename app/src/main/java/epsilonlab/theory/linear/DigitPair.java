package epsilonlab.theory.linear;

import epsilonlab.data.ImageSet;
import java.util.stream.IntStream;

/**
 * The images of two classes as points for a linear classifier.
 *
 * @param rows n x 784 pixels in [0, 1], row by row; nobody may change them
 * @param y n labels: -1 for the first class, +1 for the second
 */
record DigitPair(float[] rows, int[] y) {
  /** Picks the images of two classes, in their order. */
  static DigitPair of(ImageSet images, int negative, int positive) {
    int[] chosen =
        IntStream.range(0, images.size())
            .filter(i -> images.label(i) == negative || images.label(i) == positive)
            .toArray();
    float[] rows = new float[chosen.length * ImageSet.PIXELS];
    int[] y = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      images.copyImage(chosen[i], rows, i * ImageSet.PIXELS);
      y[i] = images.label(chosen[i]) == positive ? 1 : -1;
    }
    return new DigitPair(rows, y);
  }

  /** How many there are. */
  int size() {
    return y.length;
  }

  /** One image as a point. */
  double[] point(int i) {
    double[] point = new double[ImageSet.PIXELS];
    for (int p = 0; p < point.length; p++) {
      point[p] = rows[i * ImageSet.PIXELS + p];
    }
    return point;
  }
}
