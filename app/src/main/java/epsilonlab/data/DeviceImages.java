package epsilonlab.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Tensors;
import java.util.function.Function;

/**
 * A range of an image set on the device: images N x 1 x 28 x 28 in [0, 1], labels N int64. Other
 * arrays may be put under its manager; closing it closes them all.
 */
public final class DeviceImages implements AutoCloseable {
  private static final int SIDE = ImageSet.SIDE;
  private static final int CHUNK = 5000;

  private final NDManager manager;
  private final NDArray images;
  private final NDArray labels;

  private DeviceImages(NDManager manager, NDArray images, long[] labels) {
    this.manager = manager;
    this.images = Tensors.keep(images, manager);
    this.labels = Tensors.keep(Tensors.of(manager, labels), manager);
  }

  /** Copies the images {@code from} (included) to {@code to} (excluded) to the device. */
  public static DeviceImages upload(Compute compute, ImageSet set, int from, int to) {
    return make(
        compute,
        manager ->
            new DeviceImages(
                manager,
                to - from <= CHUNK
                    ? images(manager, set.images(from, to))
                    : inParts(manager, set, from, to),
                set.labels(from, to)));
  }

  /**
   * Copies some of the images in Java memory to the device.
   *
   * @param rows 784 values an image
   * @param labels one an image
   * @param from the first (included)
   * @param to the last (excluded)
   */
  public static DeviceImages upload(
      Compute compute, float[][] rows, int[] labels, int from, int to) {
    float[] pixels = new float[(to - from) * ImageSet.PIXELS];
    long[] own = new long[to - from];
    for (int i = from; i < to; i++) {
      System.arraycopy(rows[i], 0, pixels, (i - from) * ImageSet.PIXELS, ImageSet.PIXELS);
      own[i - from] = labels[i];
    }
    return make(compute, manager -> new DeviceImages(manager, images(manager, pixels), own));
  }

  /** Copies one image, {@code copies} times, to the device. */
  public static DeviceImages repeat(Compute compute, float[] image, int label, int copies) {
    float[] pixels = new float[copies * image.length];
    long[] labels = new long[copies];
    for (int i = 0; i < copies; i++) {
      System.arraycopy(image, 0, pixels, i * image.length, image.length);
      labels[i] = label;
    }
    return make(compute, manager -> new DeviceImages(manager, images(manager, pixels), labels));
  }

  private static DeviceImages make(Compute compute, Function<NDManager, DeviceImages> body) {
    NDManager manager = compute.newManager();
    try {
      return body.apply(manager);
    } catch (RuntimeException | Error failure) {
      manager.close();
      throw failure;
    }
  }

  // 60,000 images at once would take the Java heap as floats too
  private static NDArray inParts(NDManager manager, ImageSet set, int from, int to) {
    NDArray all = manager.zeros(new Shape(to - from, 1, SIDE, SIDE));
    for (int start = from; start < to; start += CHUNK) {
      int end = Math.min(to, start + CHUNK);
      try (NDArray part = images(manager, set.images(start, end))) {
        all.set(new NDIndex((start - from) + ":" + (end - from)), part);
      }
    }
    return all;
  }

  private static NDArray images(NDManager manager, float[] pixels) {
    return Tensors.of(manager, pixels, pixels.length / ImageSet.PIXELS, 1, SIDE, SIDE);
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
