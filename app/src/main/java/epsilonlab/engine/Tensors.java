package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Making arrays that are safe inside a graph, and handing them over. */
public final class Tensors {
  private Tensors() {}

  /**
   * A scalar that may be multiplied with inside a graph. DJL's {@code array.mul(3f)} frees its
   * scalar while autograd still points to it (notes-djl A), so graph code uses this instead.
   */
  public static NDArray scalar(NDManager manager, double value) {
    return manager.full(new Shape(), (float) value, DataType.FLOAT32);
  }

  /**
   * Values in native memory. DJL's {@code manager.create(float[])} keeps them in a Java buffer that
   * may be freed while a graph still points to it (notes-djl B).
   */
  public static NDArray of(NDManager manager, float[] values, long... shape) {
    try (NDArray buffered = manager.create(values, new Shape(shape))) {
      return buffered.duplicate();
    }
  }

  /** Labels or indices, int64, in native memory. */
  public static NDArray of(NDManager manager, long[] values) {
    try (NDArray buffered = manager.create(values)) {
      return buffered.duplicate();
    }
  }

  /** The same for a tensor. */
  public static NDArray of(NDManager manager, HostTensor tensor) {
    return of(manager, tensor.values(), tensor.shape());
  }

  /** A tensor of four dimensions, N x C x H x W, with the channels last in memory. */
  public static NDArray channelsLast(NDManager manager, HostTensor tensor) {
    long[] shape = tensor.shape();
    int channels = (int) shape[1];
    int pixels = (int) (shape[2] * shape[3]);
    float[] from = tensor.values();
    float[] to = new float[from.length];
    for (int i = 0; i < to.length; i++) {
      int n = i / (channels * pixels);
      int channel = i / pixels % channels;
      to[(n * pixels + i % pixels) * channels + channel] = from[i];
    }
    return of(manager, to, shape[0], shape[2], shape[3], shape[1]).transpose(0, 3, 1, 2);
  }

  /** Copies an array to Java memory. */
  public static HostTensor toHost(NDArray array) {
    return new HostTensor(array.toFloatArray(), array.getShape().getShape());
  }

  /** Lets an array outlive the shard or the gradient that made it; {@code owner} closes it. */
  public static NDArray keep(NDArray array, NDManager owner) {
    NDScope.unregister(array);
    array.attach(owner);
    return array;
  }
}
