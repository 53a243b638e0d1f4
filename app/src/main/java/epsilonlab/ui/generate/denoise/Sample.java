package epsilonlab.ui.generate.denoise;

import epsilonlab.data.ImageSet;

/**
 * A digit in the grid.
 *
 * @param index in the test set, or below 0 for one that was drawn
 * @param label its class, or -1 for one that was drawn
 * @param pixels 784 values in [0, 1]
 */
record Sample(int index, int label, float[] pixels) {
  static Sample of(ImageSet test, int index) {
    return new Sample(index, test.label(index), test.image(index));
  }

  static Sample drawn(float[] pixels) {
    return new Sample(-1, -1, pixels.clone());
  }

  boolean isDrawn() {
    return index < 0;
  }
}
