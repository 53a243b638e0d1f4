package epsilonlab.defence;

/** Bilinear resizing of one axis, followed by padding with zeros, as a matrix. */
final class Resampling {
  private Resampling() {}

  /**
   * Writes the matrix that takes a column of {@code length} pixels to one of the same length that
   * holds them resized to {@code size} from {@code offset} on, and zeros elsewhere. Pixels are
   * areas: the centre of the first lies at one half.
   *
   * @param target receives length x length numbers, row by row, from {@code at} on; zero before
   */
  static void matrix(int length, int size, int offset, float[] target, int at) {
    double scale = (double) length / size;
    for (int i = 0; i < size; i++) {
      double place = Math.max(0, (i + 0.5) * scale - 0.5);
      int low = Math.min((int) place, length - 1);
      int high = Math.min(low + 1, length - 1);
      float share = (float) (place - low);
      int row = at + (offset + i) * length;
      target[row + low] += 1 - share;
      target[row + high] += share;
    }
  }
}
