package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/** For each image the nearest adversarial one that was seen so far, in the l2 norm. */
final class SmallestSeen {
  private final float[] pixels;
  private final double[] squares;
  private final int size;

  /** Nothing was seen yet. */
  SmallestSeen(NDArray images) {
    pixels = images.toFloatArray();
    squares = new double[(int) images.getShape().get(0)];
    size = pixels.length / squares.length;
    Arrays.fill(squares, Double.POSITIVE_INFINITY);
  }

  int count() {
    return squares.length;
  }

  /** All images, originals where nothing was seen. */
  float[] pixels() {
    return pixels;
  }

  /**
   * Looks at images.
   *
   * @param places which they are
   * @param images one row for each place
   * @param success whether each fools the network
   * @param changes the squared length of each one's change
   */
  void offer(int[] places, NDArray images, boolean[] success, float[] changes) {
    float[] rows = null;
    for (int row = 0; row < places.length; row++) {
      int place = places[row];
      if (success[row] && changes[row] < squares[place]) {
        rows = rows == null ? images.toFloatArray() : rows;
        squares[place] = changes[row];
        System.arraycopy(rows, row * size, pixels, place * size, size);
      }
    }
  }
}
