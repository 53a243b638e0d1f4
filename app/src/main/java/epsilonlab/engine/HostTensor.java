package epsilonlab.engine;

import java.util.Arrays;

/**
 * A float32 array in Java memory, row-major, with its shape. It is what leaves the core for files
 * and for the window; nobody may change {@code values}.
 */
public record HostTensor(float[] values, long... shape) {
  public HostTensor {
    if (count(shape) != values.length) {
      throw new IllegalArgumentException(
          values.length + " values do not fill the shape " + Arrays.toString(shape));
    }
  }

  /** The number of values in an array of this shape; 1 for a scalar. */
  public static long count(long... shape) {
    long count = 1;
    for (long side : shape) {
      count = Math.multiplyExact(count, side);
    }
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostTensor that
        && Arrays.equals(values, that.values)
        && Arrays.equals(shape, that.shape);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "HostTensor" + Arrays.toString(shape);
  }
}
