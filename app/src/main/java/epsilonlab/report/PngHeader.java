package epsilonlab.report;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * How large a PNG says it is; read before its pixels are, for a small file may hold a huge picture.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record PngHeader(int width, int height) {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int IHDR = 0x49484452;
  private static final int LENGTH = 24;
  private static final int LONGEST = 20_000;
  private static final long MOST = 40_000_000;

  /** The header; empty if these are no PNG's bytes. */
  public static Optional<PngHeader> of(byte[] png) {
    if (png.length < LENGTH) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(png);
    boolean isPng = bytes.getLong() == SIGNATURE && bytes.getInt() > 0 && bytes.getInt() == IHDR;
    return isPng ? Optional.of(new PngHeader(bytes.getInt(), bytes.getInt())) : Optional.empty();
  }

  /** Whether the pixels may be unpacked into memory: at most 40 million. */
  public boolean isAcceptable() {
    return width >= 1
        && height >= 1
        && width <= LONGEST
        && height <= LONGEST
        && (long) width * height <= MOST;
  }
}
