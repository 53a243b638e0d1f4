package epsilonlab.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Which way up a camera was held, as the EXIF part of a JPEG file tells it. */
enum Orientation {
  UPRIGHT,
  MIRRORED,
  UPSIDE_DOWN,
  MIRRORED_UPSIDE_DOWN,
  TRANSPOSED,
  ON_ITS_LEFT,
  TRANSVERSED,
  ON_ITS_RIGHT;

  private static final int START_OF_SCAN = 0xda;
  private static final int APP1 = 0xe1;
  private static final int TAG = 0x0112;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  /** What a JPEG file says; upright where it says nothing that can be understood. */
  static Orientation of(byte[] jpeg) {
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
      int marker = jpeg[at + 1] & 0xff;
      int length = (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
      if (marker == START_OF_SCAN || length < 2) {
        return UPRIGHT;
      }
      int begin = at + 4;
      int end = Math.min(jpeg.length, at + 2 + length);
      if (marker == APP1 && startsWithExif(jpeg, begin, end)) {
        return ofTiff(ByteBuffer.wrap(jpeg, begin + EXIF.length, end - begin - EXIF.length));
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  private static boolean startsWithExif(byte[] jpeg, int begin, int end) {
    if (end - begin < EXIF.length + 8) {
      return false;
    }
    for (int i = 0; i < EXIF.length; i++) {
      if (jpeg[begin + i] != EXIF[i]) {
        return false;
      }
    }
    return true;
  }

  private static Orientation ofTiff(ByteBuffer part) {
    ByteBuffer tiff = part.slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return UPRIGHT;
    }
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry + 12 > tiff.limit()) {
        return UPRIGHT;
      }
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        int value = tiff.getShort(entry + 8) & 0xffff;
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** The picture turned and mirrored so that it stands upright. */
  Picture upright(Picture picture) {
    if (this == UPRIGHT) {
      return picture;
    }
    boolean swaps = ordinal() >= TRANSPOSED.ordinal();
    int right = picture.width() - 1;
    int bottom = picture.height() - 1;
    int width = swaps ? picture.height() : picture.width();
    int height = swaps ? picture.width() : picture.height();
    byte[] rgb = new byte[picture.rgb().length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int fromX =
            switch (this) {
              case UPRIGHT, MIRRORED_UPSIDE_DOWN -> x;
              case MIRRORED, UPSIDE_DOWN -> right - x;
              case TRANSPOSED, ON_ITS_LEFT -> y;
              case TRANSVERSED, ON_ITS_RIGHT -> right - y;
            };
        int fromY =
            switch (this) {
              case UPRIGHT, MIRRORED -> y;
              case UPSIDE_DOWN, MIRRORED_UPSIDE_DOWN -> bottom - y;
              case TRANSPOSED, ON_ITS_RIGHT -> x;
              case TRANSVERSED, ON_ITS_LEFT -> bottom - x;
            };
        System.arraycopy(
            picture.rgb(), 3 * (fromY * picture.width() + fromX), rgb, 3 * (y * width + x), 3);
      }
    }
    return new Picture(width, height, rgb, picture.remark());
  }
}
