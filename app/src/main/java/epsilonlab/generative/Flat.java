package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.TorchScript;

/** Images as rows of 784 values. */
final class Flat {
  private static final String TEXT =
      """
        def signed(self: __torch__.Functions, images: Tensor) -> Tensor:
          return torch.sub_(torch.mul(images, 2.), 1.)
      """;

  private static final class Functions {
    static final TorchScript SCRIPT = TorchScript.compile(TEXT);
  }

  private Flat() {}

  /** All images of a set, as long as it lives. */
  static NDArray of(Compute compute, DeviceImages images) {
    return compute.call(
        () -> Tensors.keep(images.images().reshape(-1, ImageSet.PIXELS), images.manager()));
  }

  /** Some images of a set; on a compute thread, for the shard. */
  static NDArray of(NDManager manager, ImageSet images, int from, int to) {
    return Tensors.of(manager, images.images(from, to), to - from, ImageSet.PIXELS);
  }

  /** From [0, 1] to [-1, 1], where a GAN's images are; on a compute thread. */
  static NDArray signed(NDArray images) {
    return Functions.SCRIPT.array("signed", images.getManager(), images);
  }

  /** The pixels that logits stand for, each in [0, 1]. */
  static float[] sigmoid(NDArray logits) {
    float[] values = logits.toFloatArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (1 / (1 + Math.exp(-values[i])));
    }
    return values;
  }

  /** From [-1, 1] to [0, 1]. */
  static float[] unitInterval(NDArray images) {
    float[] values = images.toFloatArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] + 1) / 2;
    }
    return values;
  }
}
