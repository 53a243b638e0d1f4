package epsilonlab.report;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures one after the other as an animated GIF of 256 greys that begins again for ever.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF 89a</a>
 */
public final class GifFiles {
  private static final int GREYS = 256;
  private static final int[] SHARES = {299, 587, 114};

  private GifFiles() {}

  /**
   * The file's bytes.
   *
   * @param frames one or more, all of the same size; colours become greys of the same luma
   * @param hundredths of a second that each is shown
   * @param lastHundredths of a second that the last is shown
   */
  public static byte[] animation(
      Iterable<BufferedImage> frames, int hundredths, int lastHundredths) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ImageWriteParam whole = writer.getDefaultWriteParam();
    // interlaced frames would build up before the eye
    whole.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // in memory: ImageIO's own choice is a temporary file, which it refuses after Ctrl+C
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (var each = frames.iterator(); each.hasNext(); ) {
        BufferedImage grey = grey(each.next());
        int shown = each.hasNext() ? hundredths : lastHundredths;
        writer.writeToSequence(
            new IIOImage(grey, null, metadata(writer, whole, grey, shown)), whole);
      }
      writer.endWriteSequence();
    } catch (IOException impossible) {
      throw new IllegalStateException("a picture in memory could not be encoded", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage grey(BufferedImage picture) {
    byte[] levels = new byte[GREYS];
    for (int i = 0; i < GREYS; i++) {
      levels[i] = (byte) i;
    }
    BufferedImage grey =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, GREYS, levels, levels, levels));
    for (int y = 0; y < grey.getHeight(); y++) {
      for (int x = 0; x < grey.getWidth(); x++) {
        grey.getRaster().setSample(x, y, 0, luma(picture.getRGB(x, y)));
      }
    }
    return grey;
  }

  private static int luma(int rgb) {
    int sum =
        SHARES[0] * (rgb >> 16 & 0xff) + SHARES[1] * (rgb >> 8 & 0xff) + SHARES[2] * (rgb & 0xff);
    return (sum + 500) / 1000;
  }

  private static IIOMetadata metadata(
      ImageWriter writer, ImageWriteParam param, BufferedImage frame, int hundredths)
      throws IIOInvalidTreeException {
    // createFromRenderedImage would forget the frame's own palette
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), param);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = new IIOMetadataNode(format);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", Integer.toString(hundredths));
    root.appendChild(control);
    IIOMetadataNode applications = new IIOMetadataNode("ApplicationExtensions");
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    // sub-block 1: how often it is shown, 0 for ever
    loop.setUserObject(new byte[] {1, 0, 0});
    applications.appendChild(loop);
    root.appendChild(applications);
    metadata.mergeTree(format, root);
    return metadata;
  }
}
