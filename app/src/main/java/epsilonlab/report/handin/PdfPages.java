package epsilonlab.report.handin;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.util.Matrix;

/**
 * A4 pages that are filled from top to bottom. Units are points; {@link #top()} is how far down the
 * page is filled, within its margins.
 */
final class PdfPages implements AutoCloseable {
  /** Width between the margins. */
  static final double WIDTH = 595.28 - 2 * 62;

  /** Height between the margins. */
  static final double HEIGHT = 841.89 - 2 * 62;

  private static final float MARGIN = 62;

  private final PDDocument document;
  private PDPage page;
  private PDPageContentStream stream;
  private double top;
  private Waiting waiting = () -> {};

  /** What waits for a page with more room. */
  @FunctionalInterface
  interface Waiting {
    /** Places it at the top of a page that has just begun. */
    void place() throws IOException;
  }

  PdfPages(PDDocument document) throws IOException {
    this.document = document;
    turn();
  }

  private void turn() throws IOException {
    if (stream != null) {
      stream.close();
    }
    page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    stream = new PDPageContentStream(document, page);
    top = 0;
  }

  /** From now on, whatever waits is placed first on each new page. */
  void onTurn(Waiting figures) {
    waiting = figures;
  }

  /** How much room is left on this page. */
  double room() {
    return HEIGHT - top;
  }

  /** Where the page is written. */
  PDPageContentStream stream() {
    return stream;
  }

  /** How far down the page is filled. */
  double top() {
    return top;
  }

  /** Leaves room, but not at the top of a page. */
  void skip(double height) {
    top = top == 0 ? 0 : top + height;
  }

  /** Takes the room of something that was written. */
  void fill(double height) {
    top += height;
  }

  /**
   * Goes on to the next page unless there is this much room.
   *
   * @return whether it did
   */
  boolean ensure(double height) throws IOException {
    boolean turned = false;
    while (top > 0 && top + height > HEIGHT) {
      next();
      turned = true;
    }
    return turned;
  }

  /** Goes on to the next page. */
  void next() throws IOException {
    turn();
    waiting.place();
  }

  /** A place on the page, from its left margin and {@link #top()} downwards. */
  float x(double right) {
    return (float) (MARGIN + right);
  }

  /** The same for the height. */
  float y(double down) {
    return (float) (PDRectangle.A4.getHeight() - MARGIN - top - down);
  }

  /** Makes y point down from {@link #top()}, in units of {@code scale} points. */
  void beginDrawing(double right, double scale) throws IOException {
    stream.saveGraphicsState();
    stream.transform(new Matrix((float) scale, 0, 0, (float) -scale, x(right), y(0)));
  }

  /** Ends it. */
  void endDrawing() throws IOException {
    stream.restoreGraphicsState();
  }

  /** A link to where the page is filled to. */
  PDPageXYZDestination here() {
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(page);
    place.setTop((int) Math.ceil(y(-6)));
    return place;
  }

  /** The left margin. */
  static float margin() {
    return MARGIN;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
