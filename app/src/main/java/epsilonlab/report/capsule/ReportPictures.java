package epsilonlab.report.capsule;

import epsilonlab.report.PngHeader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The pictures of a report in a capsule, which are whole and not too many. */
final class ReportPictures {
  private final Capsule capsule;
  private final long most;
  private final Set<String> whole = new HashSet<>();
  private long pixels;

  /**
   * @param most pixels of all that are asked for together
   */
  ReportPictures(Capsule capsule, long most) {
    this.capsule = capsule;
    this.most = most;
  }

  /**
   * The bytes of a picture that is shown once more.
   *
   * @throws CapsuleFault if there is none of this name, if it is no whole PNG, or if it is too
   *     large or shown too often
   */
  byte[] png(String name) {
    byte[] png = capsule.files().get(Capsule.REPORT + name);
    if (png == null) {
      throw new CapsuleFault(
          "shows the picture '" + CapsuleFault.shown(name) + "' that is not there");
    }
    PngHeader header =
        PngHeader.of(png)
            .filter(PngHeader::isAcceptable)
            .orElseThrow(
                () ->
                    new CapsuleFault("has the picture '" + name + "' that is no PNG or too large"));
    pixels += (long) header.width() * header.height();
    if (pixels > most) {
      throw new CapsuleFault("shows more pictures than any report of the lab");
    }
    if (!whole.contains(name)) {
      checkWhole(name, png);
      whole.add(name);
    }
    return png;
  }

  /** A sound header may stand before anything, and a PDF needs the pixels. */
  private static void checkWhole(String name, byte[] png) {
    try {
      // in memory; the reader closes it
      if (ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) == null) {
        throw new IOException("no PNG");
      }
    } catch (IOException | RuntimeException damaged) {
      throw new CapsuleFault("has the picture '" + name + "' that is damaged", damaged);
    }
  }
}
