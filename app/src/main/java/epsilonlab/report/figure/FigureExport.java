package epsilonlab.report.figure;

import epsilonlab.engine.LabException;
import epsilonlab.settings.AtomicFiles;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;

/**
 * Writes figures to files, whole or not at all. What the figure shows, and how its digits are
 * drawn, stands in the file's own description (PNG {@code iTXt}, SVG {@code desc}). A file that
 * cannot be written is a {@link LabException}. Needs no display; not for the FX thread.
 */
public final class FigureExport {
  private static final int SCALE = 2;

  /** The margin around an exported figure, in logical pixels. */
  public static final double MARGIN = 12;

  private FigureExport() {}

  /** The figure on its ground, two pixels a logical pixel, with a margin around. */
  public static BufferedImage image(Figure figure, double width, double height, FigureTheme theme) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil((width + 2 * MARGIN) * SCALE),
            (int) Math.ceil((height + 2 * MARGIN) * SCALE),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(SCALE, SCALE);
      paint(figure, width, height, theme, graphics);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private static void paint(
      Figure figure, double width, double height, FigureTheme theme, Graphics2D graphics) {
    AwtPen pen = new AwtPen(graphics);
    pen.fillRect(0, 0, width + 2 * MARGIN, height + 2 * MARGIN, theme.ground());
    graphics.translate(MARGIN, MARGIN);
    figure.paint(pen, width, height, theme);
  }

  /** Writes a PNG of twice the logical size. */
  public static void png(Figure figure, double width, double height, FigureTheme theme, Path path) {
    save(path, pngBytes(figure, width, height, theme));
  }

  /** A PNG of twice the logical size, with a margin around. */
  public static byte[] pngBytes(Figure figure, double width, double height, FigureTheme theme) {
    return pngBytes(image(figure, width, height, theme), description(figure, theme));
  }

  /** Writes an SVG; its text is outlines, so that it looks the same where the fonts are missing. */
  public static void svg(Figure figure, double width, double height, FigureTheme theme, Path path) {
    String document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svgElement(figure, width, height, theme);
    save(path, document.getBytes(StandardCharsets.UTF_8));
  }

  /** The {@code svg} element alone, as HTML takes it in. */
  public static String svgElement(Figure figure, double width, double height, FigureTheme theme) {
    SVGGraphics2D graphics = new SVGGraphics2D(width + 2 * MARGIN, height + 2 * MARGIN);
    graphics.setRenderingHint(
        SVGHints.KEY_DRAW_STRING_TYPE, SVGHints.VALUE_DRAW_STRING_TYPE_VECTOR);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    paint(figure, width, height, theme, graphics);
    // the element without a document type, which strict readers would fetch from the network
    String document = graphics.getSVGElement();
    // a viewer would smooth the pixels of digits otherwise
    document = document.replace("<image ", "<image style=\"image-rendering:pixelated\" ");
    int opened = document.indexOf('>', document.indexOf("<svg")) + 1;
    String desc = "\n<desc>" + escaped(description(figure, theme)) + "</desc>";
    return document.substring(0, opened) + desc + document.substring(opened);
  }

  /** Writes the numbers behind a figure. */
  public static void csv(Figure figure, Path path) {
    save(path, figure.toTable().toCsv().getBytes(StandardCharsets.UTF_8));
  }

  /** Writes any bytes, whole or not at all. */
  public static void save(Path path, byte[] bytes) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      AtomicFiles.write(path, bytes);
    } catch (IOException | RuntimeException failed) {
      throw new LabException(
          "The file "
              + path
              + " cannot be written: choose another folder, or make room and check its rights.",
          failed);
    }
  }

  /** What a figure shows and how its digits are drawn. */
  public static String description(Figure figure, FigureTheme theme) {
    return figure.description() + (figure.showsDigits() ? " " + theme.digitConvention() : "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static byte[] pngBytes(BufferedImage image, String description) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // in memory: ImageIO's own choice is a temporary file, which it refuses after Ctrl+C
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      String format = "javax_imageio_png_1.0";
      IIOMetadataNode root = new IIOMetadataNode(format);
      IIOMetadataNode texts = new IIOMetadataNode("iTXt");
      texts.appendChild(text("Description", description));
      texts.appendChild(text("Software", "Epsilon Lab"));
      root.appendChild(texts);
      metadata.mergeTree(format, root);
      writer.write(new IIOImage(image, null, metadata));
    } catch (IOException impossible) {
      throw new IllegalStateException("a picture in memory could not be encoded", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode text(String keyword, String value) {
    IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
    entry.setAttribute("keyword", keyword);
    entry.setAttribute("compressionFlag", "FALSE");
    entry.setAttribute("compressionMethod", "0");
    entry.setAttribute("languageTag", "en");
    entry.setAttribute("translatedKeyword", "");
    entry.setAttribute("text", value);
    return entry;
  }
}
