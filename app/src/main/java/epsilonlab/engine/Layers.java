package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;

/**
 * Layers as functions that autograd can follow; weights laid out as in PyTorch. The networks' own,
 * which are compiled, are in {@link epsilonlab.engine.layer}.
 */
public final class Layers {
  private Layers() {}

  /** N x in, out x in, out (or null for no bias) to N x out. */
  public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return Linear.linear(x, weight, bias).head();
  }

  /** N x in x h x w, out x in x k x k, out (or null for no bias) to N x out x h' x w'. */
  public static NDArray convolution(
      NDArray x, NDArray weight, NDArray bias, int stride, int padding) {
    return Conv2d.conv2d(x, weight, bias, new Shape(stride, stride), new Shape(padding, padding))
        .head();
  }

  /** max(x, 0). */
  public static NDArray relu(NDArray x) {
    return Activation.relu(x);
  }

  /** The largest of each 2 x 2 block, stride 2. */
  public static NDArray maxPool2(NDArray x) {
    return Pool.maxPool2d(x, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
  }

  /** N x anything to N x features. */
  public static NDArray flatten(NDArray x) {
    return x.reshape(x.getShape().get(0), -1);
  }
}
