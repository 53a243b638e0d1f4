package epsilonlab.generative;

import epsilonlab.data.ImageSet;

/**
 * Images that a model made, one behind the other, 784 values each, in [0, 1]; nobody may change
 * them.
 */
public record Pictures(float[] values) {
  /** How many there are. */
  public int count() {
    return values.length / ImageSet.PIXELS;
  }

  /** The i-th in an array of its own. */
  public float[] image(int i) {
    return java.util.Arrays.copyOfRange(values, i * ImageSet.PIXELS, (i + 1) * ImageSet.PIXELS);
  }
}
