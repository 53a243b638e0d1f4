package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import epsilonlab.engine.Tensors;
import java.util.Arrays;

/** Arithmetic with one number for each image of a batch, outside graphs. */
final class PerImage {
  private PerImage() {}

  /** N numbers as N x 1 x 1 x 1, to be broadcast over pixels. */
  static NDArray overPixels(NDArray numbers) {
    return numbers.reshape(-1, 1, 1, 1);
  }

  /**
   * For each image one of two rows.
   *
   * @param which N or N x 1 x 1 x 1, boolean: true for the row of {@code yes}
   * @param yes N rows
   * @param no N rows of the same shape
   */
  static NDArray choose(NDArray which, NDArray yes, NDArray no) {
    long[] shape = new long[no.getShape().dimension()];
    Arrays.fill(shape, 1);
    shape[0] = -1;
    return NDArrays.where(which.reshape(shape).broadcast(no.getShape()), yes, no);
  }

  /** A scalar or N x 1 x 1 x 1 as N x 1 x 1 x 1. */
  static NDArray spread(NDArray scalarOrNot, long images) {
    return scalarOrNot.getShape().dimension() == 0
        ? scalarOrNot.reshape(1, 1, 1, 1).broadcast(images, 1, 1, 1).duplicate()
        : scalarOrNot;
  }

  /** N times the same number. */
  static NDArray full(NDManager manager, long images, float value) {
    return manager.full(new Shape(images), value, DataType.FLOAT32);
  }

  /** Places of rows, as an index. */
  static NDArray index(NDManager manager, int[] places) {
    return Tensors.of(manager, Arrays.stream(places).asLongStream().toArray());
  }
}
