package epsilonlab.report.handin;

import epsilonlab.report.PngHeader;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.handin.PdfFonts.Face;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** A report as a PDF on A4: fonts inside, figures as shapes, a bookmark for each section. */
final class PdfReport {
  private static final double TITLE = 20;
  private static final double HEADING = 13;
  private static final double BODY = 10;
  private static final double SMALL = 8.5;

  /** Points for a logical pixel: 96 pixels an inch. */
  private static final double POINTS = 0.75;

  private static final double INDENT = 14;
  private static final int INK = FigureTheme.LIGHT.ink();
  private static final int MUTED = FigureTheme.LIGHT.muted();

  private final PDDocument document;
  private final PdfFonts fonts;
  private final PdfText text;
  private final PdfPages pages;

  private PdfReport(PDDocument document) throws IOException {
    this.document = document;
    this.fonts = new PdfFonts(document);
    this.text = new PdfText(fonts);
    this.pages = new PdfPages(document);
  }

  static byte[] bytes(ReportDocument report) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      new PdfReport(document).write(report);
      document.save(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a PDF in memory could not be written", impossible);
    }
  }

  private void write(ReportDocument report) throws IOException {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(report.title());
    information.setCreator("Epsilon Lab");
    document.setDocumentInformation(information);
    document.getDocumentCatalog().setLanguage("en");
    PDDocumentOutline outline = new PDDocumentOutline();
    document.getDocumentCatalog().setDocumentOutline(outline);
    flow(RichText.plain(report.title()), Face.BOLD, TITLE, 0, INK);
    if (!report.summary().isBlank()) {
      pages.fill(2);
      flow(RichText.plain(report.summary()), Face.REGULAR, BODY, 0, MUTED);
    }
    for (ReportSection section : report.sections()) {
      pages.skip(16);
      double first = section.blocks().isEmpty() ? 0 : leastHeight(section.blocks().get(0));
      pages.ensure(HEADING * PdfText.LEADING + 6 + first);
      PDOutlineItem bookmark = new PDOutlineItem();
      bookmark.setTitle(section.title());
      bookmark.setDestination(pages.here());
      outline.addLast(bookmark);
      flow(RichText.plain(section.title()), Face.SEMIBOLD, HEADING, 0, INK);
      pages.fill(3);
      for (List<ReportBlock> together : PictureRows.of(section.blocks())) {
        if (together.size() > 1) {
          row(together.stream().map(ReportBlock.Picture.class::cast).toList());
        } else {
          add(together.get(0));
        }
      }
    }
    pages.close();
    footers(report.title());
  }

  /** How much of a block must stand on the page of its heading. */
  private double leastHeight(ReportBlock block) {
    if (block instanceof ReportBlock.Drawing drawing) {
      return drawnHeight(drawing) + 2 * BODY;
    }
    if (block instanceof ReportBlock.Picture picture) {
      return PngHeader.of(picture.png())
          .map(png -> shownWidth(picture, png) * png.height() / png.width() + 2 * BODY)
          .orElse(0.0);
    }
    return 4 * BODY * PdfText.LEADING;
  }

  private void flow(RichText line, Face face, double size, double right, int colour)
      throws IOException {
    text.block(line, face, size, PdfPages.WIDTH - right).flow(pages, right, colour);
  }

  private void add(ReportBlock block) throws IOException {
    if (block instanceof ReportBlock.Paragraph paragraph) {
      pages.skip(3);
      flow(paragraph.text(), Face.REGULAR, BODY, 0, INK);
      pages.fill(3);
    } else if (block instanceof ReportBlock.Items items) {
      items(items);
    } else if (block instanceof ReportBlock.Formula formula) {
      add(FormulaPicture.of(formula.latex()));
    } else if (block instanceof ReportBlock.Rows rows) {
      PdfTable.write(pages, text, rows.table());
    } else if (block instanceof ReportBlock.Drawing drawing) {
      draw(drawing);
    } else if (block instanceof ReportBlock.Picture picture) {
      picture(picture);
    } else if (block instanceof ReportBlock.Prediction prediction) {
      card(
          prediction.ask(),
          "Predicted: "
              + prediction.guess()
              + "\nFound: "
              + prediction.truth()
              + "\n"
              + prediction.words(),
          prediction.right() ? FigureTheme.LIGHT.success() : FigureTheme.LIGHT.danger());
    } else if (block instanceof ReportBlock.OwnWords words) {
      card(words.ask(), words.answer(), FigureTheme.LIGHT.accent());
    }
  }

  private void items(ReportBlock.Items items) throws IOException {
    int number = 0;
    for (RichText item : items.items()) {
      String mark = items.numbered() ? ++number + "." : "•";
      pages.skip(2);
      pages.ensure(BODY * PdfText.LEADING);
      text.block(RichText.plain(mark), Face.REGULAR, BODY, INDENT)
          .write(pages, 0, INK, false, INDENT);
      flow(item, Face.REGULAR, BODY, INDENT, INK);
    }
    pages.fill(3);
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
    double scale = drawnScale(drawing);
    double height = drawnHeight(drawing);
    PdfText.Block caption = caption(drawing.caption());
    pages.skip(6);
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

  private void picture(ReportBlock.Picture picture) throws IOException {
    row(List.of(picture));
  }

  /** Pictures side by side, each over its caption. */
  private void row(List<ReportBlock.Picture> pictures) throws IOException {
    double least = pictures.size() == 1 ? PdfPages.WIDTH : PictureRows.LEAST_WIDTH * POINTS;
    List<PdfText.Block> captions = new ArrayList<>();
    double[] widths = new double[pictures.size()];
    double[] heights = new double[pictures.size()];
    double tallest = 0;
    double caption = 0;
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
    pages.skip(6);
    pages.ensure(tallest + 4 + caption);
    double right = 0;
    for (int i = 0; i < widths.length; i++) {
      ReportBlock.Picture picture = pictures.get(i);
      PDImageXObject image =
          PDImageXObject.createFromByteArray(document, picture.png(), picture.description());
      pages.stream()
          .drawImage(
              image, pages.x(right), pages.y(tallest), (float) widths[i], (float) heights[i]);
      right += Math.max(widths[i], pictures.size() == 1 ? 0 : least) + PictureRows.GAP * POINTS;
    }
    pages.fill(tallest + 4);
    right = 0;
    for (int i = 0; i < widths.length; i++) {
      captions.get(i).write(pages, right, MUTED, false, 0);
      right += Math.max(widths[i], least) + PictureRows.GAP * POINTS;
    }
    pages.fill(caption + 6);
  }

  private void card(String heading, String words, int colour) throws IOException {
    double width = PdfPages.WIDTH - INDENT;
    PdfText.Block ask = text.block(RichText.plain(heading), Face.SEMIBOLD, BODY, width);
    PdfText.Block answer = text.block(RichText.plain(words), Face.REGULAR, BODY, width);
    double height = ask.height() + answer.height() + 4;
    pages.skip(6);
    boolean whole = height < PdfPages.HEIGHT;
    pages.ensure(whole ? height : 3 * BODY);
    if (whole) {
      pages.beginDrawing(0, 1);
      new PdfPen(document, pages.stream(), fonts).fillRect(0, 1, 2.5, height, colour);
      pages.endDrawing();
    }
    ask.flow(pages, INDENT, INK);
    answer.flow(pages, INDENT, INK);
    pages.fill(8);
  }

  private void footers(String title) throws IOException {
    int count = document.getNumberOfPages();
    String brief = title.length() > 80 ? title.substring(0, 80) + "…" : title;
    for (int i = 0; i < count; i++) {
      try (PDPageContentStream stream =
          new PDPageContentStream(
              document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
        stream.setNonStrokingColor(0.42f, 0.45f, 0.49f);
        footer(stream, brief, PdfPages.margin());
        String number = (i + 1) + " / " + count;
        double width = text.width(number, Face.REGULAR, SMALL);
        footer(stream, number, (float) (PdfPages.margin() + PdfPages.WIDTH - width));
      }
    }
  }

  private void footer(PDPageContentStream stream, String words, float x) throws IOException {
    stream.beginText();
    stream.newLineAtOffset(x, 34);
    fonts.show(stream, words, Face.REGULAR, SMALL);
    stream.endText();
  }
}
