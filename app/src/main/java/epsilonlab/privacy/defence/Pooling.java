package epsilonlab.privacy.defence;

import epsilonlab.data.ImageSet;

/** Makes images coarser, so that a model has fewer features to learn images by heart with. */
final class Pooling {
  private Pooling() {}

  /**
   * The means of blocks of pixels.
   *
   * @param rows 784 pixels an image
   * @param block the side of a block, a divisor of 28
   * @return (28 / block)^2 values an image
   */
  static float[] mean(float[] rows, int block) {
    int side = ImageSet.SIDE / block;
    int count = rows.length / ImageSet.PIXELS;
    float[] means = new float[count * side * side];
    for (int p = 0; p < rows.length; p++) {
      int image = p / ImageSet.PIXELS;
      int row = p % ImageSet.PIXELS / ImageSet.SIDE / block;
      int column = p % ImageSet.SIDE / block;
      means[(image * side + row) * side + column] += rows[p] / (block * block);
    }
    return means;
  }
}
