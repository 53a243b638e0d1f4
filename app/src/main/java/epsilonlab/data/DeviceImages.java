package epsilonlab.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Tensors;

/**
 * A range of an image set on the device: images N x 1 x 28 x 28 in [0, 1], labels N int64. Other
 * arrays may be put under its manager; closing it closes them all.
 */
public final class DeviceImages implements AutoCloseable {
  private static final int SIDE = 28;

  private final NDManager manager;
  private final NDArray images;
  private final NDArray labels;

  private DeviceImages(NDManager manager, float[] pixels, long[] labels) {
    this.manager = manager;
    Shape shape = new Shape(labels.length, 1, SIDE, SIDE);
    this.images = Tensors.keep(Tensors.of(manager, pixels, shape.getShape()), manager);
    this.labels = Tensors.keep(Tensors.of(manager, labels), manager);
  }

  /** Copies the images {@code from} (included) to {@code to} (excluded) to the device. */
  public static DeviceImages upload(Compute compute, ImageSet set, int from, int to) {
    float[] pixels = new float[(to - from) * SIDE * SIDE];
    long[] labels = new long[to - from];
    for (int i = from; i < to; i++) {
      set.copyImage(i, pixels, (i - from) * SIDE * SIDE);
      labels[i - from] = set.label(i);
    }
    return new DeviceImages(compute.newManager(), pixels, labels);
  }

  /** Copies one image, {@code copies} times, to the device. */
  public static DeviceImages repeat(Compute compute, float[] image, int label, int copies) {
    float[] pixels = new float[copies * image.length];
    long[] labels = new long[copies];
    for (int i = 0; i < copies; i++) {
      System.arraycopy(image, 0, pixels, i * image.length, image.length);
      labels[i] = label;
    }
    return new DeviceImages(compute.newManager(), pixels, labels);
  }

  /** N x 1 x 28 x 28. */
  public NDArray images() {
    return images;
  }

  /** N. */
  public NDArray labels() {
    return labels;
  }

  /** Owns the arrays. */
  public NDManager manager() {
    return manager;
  }

  @Override
  public void close() {
    manager.close();
  }
}
