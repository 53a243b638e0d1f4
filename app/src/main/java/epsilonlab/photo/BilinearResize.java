package epsilonlab.photo;

/**
 * Bilinear resizing with antialiasing, as Pillow does it and so torchvision's {@code Resize} with a
 * Pillow image: a triangle as wide as a new pixel weighs the old ones, first along the rows, then
 * along the columns, in fixed-point numbers, and both results are rounded to 8 bits. The bits are
 * Pillow's, except where Pillow 13 takes the columns first, as it does with some tall pictures:
 * values differ by at most 1 there.
 */
final class BilinearResize {
  private static final int PRECISION_BITS = 22;

  private BilinearResize() {}

  /** The picture in another size. */
  static Picture to(Picture picture, int width, int height) {
    Picture wide =
        width == picture.width() ? picture : alongRows(picture, Weights.of(picture.width(), width));
    return height == wide.height() ? wide : alongColumns(wide, Weights.of(wide.height(), height));
  }

  /**
   * Which old pixels make a new one.
   *
   * @param first the first old pixel of each new one
   * @param weights of the old pixels from there on, fixed-point
   */
  private record Weights(int[] first, int[][] weights) {
    static Weights of(int from, int to) {
      double scale = (double) from / to;
      // a triangle of half width 1, stretched where the picture becomes smaller
      double support = Math.max(scale, 1);
      int[] first = new int[to];
      int[][] weights = new int[to][];
      for (int i = 0; i < to; i++) {
        double center = (i + 0.5) * scale;
        first[i] = Math.max(0, (int) (center - support + 0.5));
        int end = Math.min(from, (int) (center + support + 0.5));
        weights[i] = triangle(first[i], end, center, support);
      }
      return new Weights(first, weights);
    }

    private static int[] triangle(int first, int end, double center, double support) {
      double[] exact = new double[end - first];
      double sum = 0;
      for (int x = 0; x < exact.length; x++) {
        double distance = Math.abs((x + first - center + 0.5) * (1 / support));
        exact[x] = Math.max(0, 1 - distance);
        sum += exact[x];
      }
      int[] fixed = new int[exact.length];
      for (int x = 0; x < exact.length; x++) {
        fixed[x] = (int) (0.5 + exact[x] / sum * (1 << PRECISION_BITS));
      }
      return fixed;
    }
  }

  private static Picture alongRows(Picture picture, Weights weights) {
    int width = weights.first.length;
    byte[] rgb = new byte[3 * width * picture.height()];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < width; x++) {
        int[] own = weights.weights[x];
        for (int channel = 0; channel < 3; channel++) {
          int sum = 1 << (PRECISION_BITS - 1);
          for (int i = 0; i < own.length; i++) {
            sum += picture.value(weights.first[x] + i, y, channel) * own[i];
          }
          rgb[3 * (y * width + x) + channel] = clip(sum);
        }
      }
    }
    return new Picture(width, picture.height(), rgb, picture.remark());
  }

  private static Picture alongColumns(Picture picture, Weights weights) {
    int width = picture.width();
    int height = weights.first.length;
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      int[] own = weights.weights[y];
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < 3; channel++) {
          int sum = 1 << (PRECISION_BITS - 1);
          for (int i = 0; i < own.length; i++) {
            sum += picture.value(x, weights.first[y] + i, channel) * own[i];
          }
          rgb[3 * (y * width + x) + channel] = clip(sum);
        }
      }
    }
    return new Picture(width, height, rgb, picture.remark());
  }

  private static byte clip(int fixed) {
    return (byte) Math.max(0, Math.min(255, fixed >> PRECISION_BITS));
  }
}
