package epsilonlab.ui.attack;

import epsilonlab.data.ImageSet;

/**
 * The digit under attack.
 *
 * @param index in the test set, or -1 for one that was drawn
 * @param label its true class; of a drawn one what the network took it for
 * @param images a set of this one image
 */
record Digit(int index, int label, ImageSet images) {
  static final int DRAWN = -1;

  static Digit of(ImageSet test, int index) {
    return new Digit(index, test.label(index), test.slice(index, index + 1));
  }

  static Digit drawn(float[] pixels, int label) {
    return new Digit(DRAWN, label, drawnSet(pixels, label));
  }

  /** Pixels in [0, 1] as the bytes that data sets are made of. */
  static ImageSet drawnSet(float[] pixels, int label) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, pixels[i])));
    }
    return ImageSet.ofBytes(bytes, new byte[] {(byte) label});
  }

  boolean isDrawn() {
    return index == DRAWN;
  }
}
