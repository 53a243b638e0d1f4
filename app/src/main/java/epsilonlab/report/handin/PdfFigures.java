package epsilonlab.report.handin;

import epsilonlab.report.PngHeader;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.handin.PdfFonts.Face;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Writes figures and pictures over their captions. One that would leave a large gap is made smaller
 * so that it stands on the page that is already begun.
 */
final class PdfFigures {
  /** Above a figure, in points. */
  static final double SKIP = 6;

  /** How small a figure may become. */
  private static final double LEAST_SCALE = 0.75;

  /** Points for a logical pixel: 96 pixels an inch. */
  private static final double POINTS = 0.75;

  private static final double SMALL = 8.5;
  private static final int MUTED = FigureTheme.LIGHT.muted();

  private final PDDocument document;
  private final PdfPages pages;
  private final PdfFonts fonts;
  private final PdfText text;

  PdfFigures(PDDocument document, PdfPages pages, PdfFonts fonts, PdfText text) {
    this.document = document;
    this.pages = pages;
    this.fonts = fonts;
    this.text = text;
  }

  /** The least room, in points, that a drawing or pictures of one row need with their captions. */
  double leastHeight(List<ReportBlock> together) {
    if (together.get(0) instanceof ReportBlock.Drawing drawing) {
      return LEAST_SCALE * drawnHeight(drawing) + 4 + caption(drawing.caption()).height();
    }
    return new PictureRow(pictures(together)).leastHeight();
  }

  /** Writes a drawing, or pictures of one row. */
  void write(List<ReportBlock> together) throws IOException {
    if (together.get(0) instanceof ReportBlock.Drawing drawing) {
      draw(drawing);
    } else {
      new PictureRow(pictures(together)).write();
    }
  }

  private static List<ReportBlock.Picture> pictures(List<ReportBlock> together) {
    return together.stream().map(ReportBlock.Picture.class::cast).toList();
  }

  private double drawnScale(ReportBlock.Drawing drawing) {
    double height = drawing.figure().preferredHeight(drawing.width(), FigureTheme.LIGHT);
    double most = Math.min(PdfPages.WIDTH / drawing.width(), (PdfPages.HEIGHT - 80) / height);
    return Math.min(POINTS, most);
  }

  private double drawnHeight(ReportBlock.Drawing drawing) {
    return drawnScale(drawing)
        * drawing.figure().preferredHeight(drawing.width(), FigureTheme.LIGHT);
  }

  private void draw(ReportBlock.Drawing drawing) throws IOException {
    double whole = drawnHeight(drawing);
    PdfText.Block caption = caption(drawing.caption());
    pages.skip(SKIP);
    double shrink = shrink(whole, 4 + caption.height());
    double scale = shrink * drawnScale(drawing);
    double height = shrink * whole;
    pages.ensure(height + 4 + caption.height());
    pages.beginDrawing(0, scale);
    drawing
        .figure()
        .paint(
            new PdfPen(document, pages.stream(), fonts),
            drawing.width(),
            height / scale,
            FigureTheme.LIGHT);
    pages.endDrawing();
    pages.fill(height + 4);
    writeCaption(caption, drawing.caption());
  }

  /**
   * How much smaller something is drawn so that it stands on this page: 1 where it fits, or where
   * it would become too small.
   *
   * @param rest points that stay as they are
   */
  private double shrink(double height, double rest) {
    double needed = (pages.room() - rest) / height;
    return needed >= 1 || needed < LEAST_SCALE ? 1 : needed;
  }

  private PdfText.Block caption(String words) {
    return text.block(RichText.plain(words), Face.REGULAR, SMALL, PdfPages.WIDTH);
  }

  private void writeCaption(PdfText.Block caption, String words) throws IOException {
    if (!words.isBlank()) {
      caption.flow(pages, 0, MUTED);
    }
    pages.fill(6);
  }

  private static double shownWidth(ReportBlock.Picture picture, PngHeader png) {
    double ratio = png.height() / (double) png.width();
    double width = Math.min(PdfPages.WIDTH, picture.width() * POINTS);
    return Math.min(width, (PdfPages.HEIGHT - 80) / ratio);
  }

  /** Pictures side by side, each over its caption. */
  private final class PictureRow {
    private final List<ReportBlock.Picture> pictures;
    private final List<PdfText.Block> captions = new ArrayList<>();
    private final double least;
    private final double[] widths;
    private final double[] heights;
    private double tallest;
    private double caption;

    PictureRow(List<ReportBlock.Picture> pictures) {
      this.pictures = pictures;
      least = pictures.size() == 1 ? PdfPages.WIDTH : PictureRows.LEAST_WIDTH * POINTS;
      widths = new double[pictures.size()];
      heights = new double[pictures.size()];
      for (int i = 0; i < widths.length; i++) {
        ReportBlock.Picture picture = pictures.get(i);
        PngHeader png = PngHeader.of(picture.png()).orElseThrow();
        widths[i] = shownWidth(picture, png);
        heights[i] = widths[i] * png.height() / png.width();
        PdfText.Block words =
            text.block(
                RichText.plain(picture.caption()), Face.REGULAR, SMALL, Math.max(widths[i], least));
        captions.add(words);
        tallest = Math.max(tallest, heights[i]);
        caption = Math.max(caption, picture.caption().isBlank() ? 0 : words.height());
      }
    }

    double leastHeight() {
      return LEAST_SCALE * tallest + 4 + caption;
    }

    void write() throws IOException {
      pages.skip(SKIP);
      double shrink = shrink(tallest, 4 + caption);
      pages.ensure(shrink * tallest + 4 + caption);
      double right = 0;
      for (int i = 0; i < widths.length; i++) {
        ReportBlock.Picture picture = pictures.get(i);
        PDImageXObject image =
            PDImageXObject.createFromByteArray(document, picture.png(), picture.description());
        pages.stream()
            .drawImage(
                image,
                pages.x(right),
                pages.y(shrink * tallest),
                (float) (shrink * widths[i]),
                (float) (shrink * heights[i]));
        right += Math.max(widths[i], pictures.size() == 1 ? 0 : least) + PictureRows.GAP * POINTS;
      }
      pages.fill(shrink * tallest + 4);
      right = 0;
      for (int i = 0; i < widths.length; i++) {
        captions.get(i).write(pages, right, MUTED, false, 0);
        right += Math.max(widths[i], least) + PictureRows.GAP * POINTS;
      }
      pages.fill(caption + SKIP);
    }
  }
}
