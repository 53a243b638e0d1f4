package epsilonlab.evaluation.diagnosis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.Arrays;

/** The logits of images that are not bytes, as attacks make them. */
final class Scores {
  private Scores() {}

  /** One row of logits an image; {@code images} has one row of 784 pixels an image. */
  static float[][] of(Compute compute, Network network, float[][] images) {
    float[][] logits = new float[images.length][];
    compute.mapShards(
        images.length,
        (from, to) -> {
          try (NDManager manager = compute.newManager()) {
            float[] flat = network.logits(upload(manager, images, from, to)).toFloatArray();
            store(flat, logits, from, to);
          }
          return null;
        });
    return logits;
  }

  /** Copies the images {@code from} (included) to {@code to} (excluded) to the device. */
  static NDArray upload(NDManager manager, float[][] images, int from, int to) {
    float[] flat = new float[(to - from) * ImageSet.PIXELS];
    for (int i = from; i < to; i++) {
      System.arraycopy(images[i], 0, flat, (i - from) * ImageSet.PIXELS, ImageSet.PIXELS);
    }
    return Tensors.of(manager, flat, to - from, 1, ImageSet.SIDE, ImageSet.SIDE);
  }

  /** Cuts an array of equal rows into {@code rows[from]} to {@code rows[to - 1]}. */
  static void store(float[] flat, float[][] rows, int from, int to) {
    int width = flat.length / (to - from);
    for (int i = from; i < to; i++) {
      rows[i] = Arrays.copyOfRange(flat, (i - from) * width, (i - from + 1) * width);
    }
  }
}
