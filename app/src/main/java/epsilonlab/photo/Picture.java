package epsilonlab.photo;

import java.util.Arrays;

/**
 * A picture of 8-bit colours.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb red, green and blue of one pixel after the other, row by row
 * @param remark one sentence on what reading it changed, or empty
 */
public record Picture(int width, int height, byte[] rgb, String remark) {
  public Picture {
    if (rgb.length != 3 * width * height) {
      throw new IllegalArgumentException(
          rgb.length + " values do not fill a picture of " + width + " x " + height);
    }
  }

  /** One of the three colours (0 red, 1 green, 2 blue) of a pixel, from 0 to 255. */
  int value(int x, int y, int channel) {
    return rgb[3 * (y * width + x) + channel] & 0xff;
  }

  /** A part of it. */
  Picture crop(int left, int top, int cropWidth, int cropHeight) {
    byte[] part = new byte[3 * cropWidth * cropHeight];
    for (int y = 0; y < cropHeight; y++) {
      System.arraycopy(rgb, 3 * ((top + y) * width + left), part, 3 * y * cropWidth, 3 * cropWidth);
    }
    return new Picture(cropWidth, cropHeight, part, remark);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture that
        && width == that.width
        && height == that.height
        && Arrays.equals(rgb, that.rgb)
        && remark.equals(that.remark);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rgb);
  }

  @Override
  public String toString() {
    return "Picture[" + width + " x " + height + "]";
  }
}
