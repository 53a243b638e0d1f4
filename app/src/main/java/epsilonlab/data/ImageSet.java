package epsilonlab.data;

import java.util.Objects;

/**
 * One part (training or test) of a data set: grey images of 28 x 28 pixels with their labels. The
 * pixels stay bytes, so that 60,000 images take 47 MB; they are handed out as floats in [0, 1].
 * Immutable and thread-safe.
 */
public final class ImageSet {
  /** Rows and columns of an image. */
  public static final int SIDE = 28;

  /** Pixels of an image. */
  public static final int PIXELS = SIDE * SIDE;

  /** Labels go from 0 to {@code CLASSES - 1}. */
  public static final int CLASSES = 10;

  private static final float[] VALUES = new float[256];

  static {
    for (int i = 0; i < VALUES.length; i++) {
      VALUES[i] = i / 255f;
    }
  }

  private final byte[] pixels;
  private final byte[] labels;
  private final int first;
  private final int size;

  private ImageSet(byte[] pixels, byte[] labels, int first, int size) {
    this.pixels = pixels;
    this.labels = labels;
    this.first = first;
    this.size = size;
  }

  /**
   * A set over the two arrays, which are not copied and must not be changed any more.
   *
   * @param pixels 784 unsigned bytes an image, row by row, 0 black and 255 white
   * @param labels one class, 0 to 9, an image
   * @throws IllegalArgumentException if the lengths do not match or a label is out of range
   */
  public static ImageSet ofBytes(byte[] pixels, byte[] labels) {
    if (pixels.length != (long) labels.length * PIXELS) {
      throw new IllegalArgumentException(
          pixels.length + " bytes of pixels for " + labels.length + " labels");
    }
    for (byte label : labels) {
      if (label < 0 || label >= CLASSES) {
        throw new IllegalArgumentException("label " + Byte.toUnsignedInt(label));
      }
    }
    return new ImageSet(pixels, labels, 0, labels.length);
  }

  /** The number of images. */
  public int size() {
    return size;
  }

  /** The class of image {@code i}, 0 to 9. */
  public int label(int i) {
    return labels[first + Objects.checkIndex(i, size)];
  }

  /** Image {@code i}: 784 values in [0, 1] (byte / 255), row by row, in an array of its own. */
  public float[] image(int i) {
    float[] image = new float[PIXELS];
    copyImage(i, image, 0);
    return image;
  }

  /** Writes the 784 values of image {@code i} to {@code target}, from {@code offset} on. */
  public void copyImage(int i, float[] target, int offset) {
    int from = (first + Objects.checkIndex(i, size)) * PIXELS;
    Objects.checkFromIndexSize(offset, PIXELS, target.length);
    for (int p = 0; p < PIXELS; p++) {
      target[offset + p] = VALUES[pixels[from + p] & 0xff];
    }
  }

  /** The images {@code from} (included) to {@code to} (excluded), one behind the other. */
  public float[] images(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    float[] images = new float[Math.multiplyExact(to - from, PIXELS)];
    for (int i = from; i < to; i++) {
      copyImage(i, images, (i - from) * PIXELS);
    }
    return images;
  }

  /** All labels, in an array of its own. */
  public int[] labels() {
    int[] all = new int[size];
    for (int i = 0; i < size; i++) {
      all[i] = labels[first + i];
    }
    return all;
  }

  /** The labels {@code from} (included) to {@code to} (excluded), as the engine takes them. */
  public long[] labels(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    long[] some = new long[to - from];
    for (int i = from; i < to; i++) {
      some[i - from] = labels[first + i];
    }
    return some;
  }

  /** The images {@code from} (included) to {@code to} (excluded) as a set; shares the pixels. */
  public ImageSet slice(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    return new ImageSet(pixels, labels, first + from, to - from);
  }

  /** These images and then those of another set, as a set with pixels of its own. */
  public ImageSet then(ImageSet other) {
    int all = Math.addExact(size, other.size);
    byte[] bytes = new byte[Math.multiplyExact(all, PIXELS)];
    byte[] classes = new byte[all];
    copyTo(bytes, classes, 0);
    other.copyTo(bytes, classes, size);
    return new ImageSet(bytes, classes, 0, all);
  }

  private void copyTo(byte[] bytes, byte[] classes, int at) {
    System.arraycopy(pixels, first * PIXELS, bytes, at * PIXELS, size * PIXELS);
    System.arraycopy(labels, first, classes, at, size);
  }

  /** The images of these indices, in this order, as a set with pixels of its own. */
  public ImageSet select(int[] indices) {
    byte[] bytes = new byte[Math.multiplyExact(indices.length, PIXELS)];
    byte[] classes = new byte[indices.length];
    for (int i = 0; i < indices.length; i++) {
      int from = first + Objects.checkIndex(indices[i], size);
      System.arraycopy(pixels, from * PIXELS, bytes, i * PIXELS, PIXELS);
      classes[i] = labels[from];
    }
    return new ImageSet(bytes, classes, 0, indices.length);
  }
}
