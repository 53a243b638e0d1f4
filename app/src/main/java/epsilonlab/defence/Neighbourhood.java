package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/** The 3 x 3 pixels around every pixel; beyond the border its own values are repeated. */
final class Neighbourhood {
  private static final int SIDE = 3;

  /** How many pixels there are around and including one. */
  static final int SIZE = SIDE * SIDE;

  private Neighbourhood() {}

  /**
   * Inside or outside a graph.
   *
   * @param images N x 1 x height x width
   * @return N x 9 x height x width
   */
  static NDArray of(NDArray images) {
    NDArray wide = repeatBorder(repeatBorder(images, 2), 3);
    long height = images.getShape().get(2);
    long width = images.getShape().get(3);
    NDList shifted = new NDList(SIZE);
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        shifted.add(
            wide.get(":, :, %d:%d, %d:%d".formatted(row, row + height, column, column + width)));
      }
    }
    return NDArrays.concat(shifted, 1);
  }

  private static NDArray repeatBorder(NDArray images, int axis) {
    long last = images.getShape().get(axis) - 1;
    String before = ":, ".repeat(axis);
    NDArray first = images.get(before + "0:1");
    return NDArrays.concat(
        new NDList(first, images, images.get(before + "%d:%d".formatted(last, last + 1))), axis);
  }
}
