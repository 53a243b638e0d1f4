package epsilonlab.report.handin;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.handin.PdfFonts.Face;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** A report as a PDF on A4: fonts inside, figures as shapes, a bookmark for each section. */
final class PdfReport {
  private static final double TITLE = 20;
  private static final double HEADING = 13;
  private static final double BODY = 10;
  private static final double SMALL = 8.5;

  private static final double INDENT = 14;

  private static final int INK = FigureTheme.LIGHT.ink();
  private static final int MUTED = FigureTheme.LIGHT.muted();

  private final PDDocument document;
  private final PdfFonts fonts;
  private final PdfText text;
  private final PdfPages pages;
  private final PdfFigures figures;
  private final Deque<List<ReportBlock>> waiting = new ArrayDeque<>();
  private boolean lastWaits;

  private PdfReport(PDDocument document) throws IOException {
    this.document = document;
    this.fonts = new PdfFonts(document);
    this.text = new PdfText(fonts);
    this.pages = new PdfPages(document);
    this.figures = new PdfFigures(document, pages, fonts, text);
    pages.onTurn(this::placeWaiting);
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
    if (!report.byline().isBlank()) {
      pages.fill(2);
      flow(RichText.plain(report.byline()), Face.REGULAR, BODY, 0, INK);
    }
    if (!report.summary().isBlank()) {
      pages.fill(2);
      flow(RichText.plain(report.summary()), Face.REGULAR, BODY, 0, MUTED);
    }
    for (ReportSection section : report.sections()) {
      pages.skip(16);
      List<List<ReportBlock>> all = PictureRows.of(section.blocks());
      double first = all.isEmpty() ? 0 : leastHeight(all.get(0));
      pages.ensure(HEADING * PdfText.LEADING + 6 + first);
      PDOutlineItem bookmark = new PDOutlineItem();
      bookmark.setTitle(section.title());
      bookmark.setDestination(pages.here());
      outline.addLast(bookmark);
      flow(RichText.plain(section.title()), Face.SEMIBOLD, HEADING, 0, INK);
      pages.fill(3);
      for (List<ReportBlock> together : all) {
        add(together);
      }
      while (!waiting.isEmpty()) {
        pages.next();
      }
    }
    pages.close();
    footers(report.title());
  }

  private void add(List<ReportBlock> together) throws IOException {
    boolean isTable = together.get(0) instanceof ReportBlock.Rows;
    // numbers without their figure would be anybody's
    boolean waits =
        isTable
            ? lastWaits && !waiting.isEmpty()
            : isFigure(together) && (!waiting.isEmpty() || !fits(together));
    lastWaits = waits;
    if (waits) {
      // the text behind it fills this page, as in books
      waiting.add(together);
      return;
    }
    if (isTable && !waiting.isEmpty() && !fits(together)) {
      // it would be torn
      pages.next();
    }
    place(together);
  }

  private static boolean isFigure(List<ReportBlock> together) {
    ReportBlock first = together.get(0);
    return first instanceof ReportBlock.Drawing
        || first instanceof ReportBlock.Picture picture && !picture.caption().isBlank();
  }

  private boolean fits(List<ReportBlock> together) {
    double least =
        together.get(0) instanceof ReportBlock.Rows rows
            ? PdfTable.height(pages, text, rows.table())
            : PdfFigures.SKIP + leastHeight(together);
    return pages.top() == 0 || pages.room() >= least;
  }

  /** Places as much of what waits as fits on a page that has just begun. */
  private void placeWaiting() throws IOException {
    while (!waiting.isEmpty() && fits(waiting.peek())) {
      place(waiting.poll());
    }
  }

  private void place(List<ReportBlock> together) throws IOException {
    if (isFigure(together)) {
      figures.write(together);
    } else {
      add(together.get(0));
    }
  }

  /** How much of what begins a section must stand on the page of its heading. */
  private double leastHeight(List<ReportBlock> together) {
    if (together.get(0) instanceof ReportBlock.Rows rows) {
      return PdfTable.leastHeight(pages, text, rows.table());
    }
    return isFigure(together) ? figures.leastHeight(together) : 4 * BODY * PdfText.LEADING;
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
    } else if (block instanceof ReportBlock.Picture) {
      figures.write(List.of(block));
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
