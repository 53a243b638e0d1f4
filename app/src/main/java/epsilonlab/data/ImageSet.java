package epsilonlab.data;

/** Stand-in. */
public final class ImageSet {
  private final byte[] pixels;
  private final int[] labels;

  private ImageSet(byte[] pixels, int[] labels) {
    this.pixels = pixels;
    this.labels = labels;
  }

  public int size() {
    return labels.length;
  }

  public int label(int i) {
    return labels[i];
  }

  public int[] labels() {
    return labels.clone();
  }

  public float[] image(int i) {
    float[] image = new float[784];
    copyImage(i, image, 0);
    return image;
  }

  public void copyImage(int i, float[] target, int offset) {
    for (int p = 0; p < 784; p++) {
      target[offset + p] = (pixels[i * 784 + p] & 0xff) / 255f;
    }
  }

  public ImageSet slice(int from, int to) {
    return this;
  }
}
