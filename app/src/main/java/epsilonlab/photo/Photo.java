package epsilonlab.photo;

import java.nio.file.Path;

/**
 * What a network is shown of a picture: its shorter side resized to {@link #SIDE}, the centre cut
 * out of the longer one, as torchvision's {@code Resize(224)} and {@code CenterCrop(224)} do.
 *
 * @param name of the picture, for the screen
 * @param picture of {@link #SIDE} x {@link #SIDE} pixels
 * @param originalWidth of the picture in its file
 * @param originalHeight the same
 */
public record Photo(String name, Picture picture, int originalWidth, int originalHeight) {
  /** Rows and columns. */
  public static final int SIDE = 224;

  /** Red, green and blue of all pixels. */
  public static final int VALUES = 3 * SIDE * SIDE;

  /** The largest possible l2 distance of two photos. */
  public static final double LARGEST_L2 = Math.sqrt(VALUES);

  /**
   * Reads and crops a picture.
   *
   * @throws epsilonlab.engine.LabException see {@link PictureFile#read(Path)}
   */
  public static Photo read(Path file) {
    return of(file.getFileName().toString(), PictureFile.read(file));
  }

  /** Crops a picture. */
  public static Photo of(String name, Picture picture) {
    int width = picture.width();
    int height = picture.height();
    int longer = (int) ((double) SIDE * Math.max(width, height) / Math.min(width, height));
    int newWidth = width <= height ? SIDE : longer;
    int newHeight = width <= height ? longer : SIDE;
    Picture resized = BilinearResize.to(picture, newWidth, newHeight);
    // half to even, as Python rounds
    int left = (int) Math.rint((newWidth - SIDE) / 2.0);
    int top = (int) Math.rint((newHeight - SIDE) / 2.0);
    return new Photo(name, resized.crop(left, top, SIDE, SIDE), width, height);
  }

  /** The picture of values as {@link #values()} gives them, rounded to 8 bits. */
  public static Picture picture(float[] values) {
    byte[] rgb = new byte[VALUES];
    int pixels = SIDE * SIDE;
    for (int channel = 0; channel < 3; channel++) {
      for (int p = 0; p < pixels; p++) {
        float value = Math.min(1, Math.max(0, values[channel * pixels + p]));
        rgb[3 * p + channel] = (byte) Math.round(value * 255);
      }
    }
    return new Picture(SIDE, SIDE, rgb, "");
  }

  /** Its values in [0, 1]: all red ones row by row, then the green, then the blue. */
  public float[] values() {
    float[] values = new float[VALUES];
    int pixels = SIDE * SIDE;
    for (int channel = 0; channel < 3; channel++) {
      for (int p = 0; p < pixels; p++) {
        values[channel * pixels + p] = (picture.rgb()[3 * p + channel] & 0xff) / 255f;
      }
    }
    return values;
  }

  /** Whether the original had another size. */
  public boolean isResized() {
    return originalWidth != SIDE || originalHeight != SIDE;
  }
}
