package epsilonlab.report.handin;

import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.Stroke;
import epsilonlab.report.figure.TextStyle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * Paints figures on a page as shapes and text, not as pixels. The stream's unit is a logical pixel
 * and y points down while it paints; whoever makes a pen has set that.
 */
final class PdfPen implements Pen {
  /** Where a Bezier curve's handles are for a quarter of a circle of radius 1. */
  private static final double HANDLE = 0.5522847498;

  private final PDDocument document;
  private final PDPageContentStream stream;
  private final PdfFonts fonts;
  private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();

  PdfPen(PDDocument document, PDPageContentStream stream, PdfFonts fonts) {
    this.document = document;
    this.stream = stream;
    this.fonts = fonts;
  }

  /** Something that is written into the page. */
  private interface Ink {
    void flow() throws IOException;
  }

  private void write(Ink ink) {
    try {
      ink.flow();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a page in memory could not be written", impossible);
    }
  }

  private void colour(int argb) throws IOException {
    PDExtendedGraphicsState state =
        opacities.computeIfAbsent(
            argb >>> 24,
            alpha -> {
              PDExtendedGraphicsState made = new PDExtendedGraphicsState();
              made.setNonStrokingAlphaConstant(alpha / 255f);
              made.setStrokingAlphaConstant(alpha / 255f);
              return made;
            });
    stream.setGraphicsStateParameters(state);
    float red = (argb >> 16 & 255) / 255f;
    float green = (argb >> 8 & 255) / 255f;
    float blue = (argb & 255) / 255f;
    stream.setNonStrokingColor(red, green, blue);
    stream.setStrokingColor(red, green, blue);
  }

  @Override
  public void fillRect(double x, double y, double width, double height, int argb) {
    write(
        () -> {
          colour(argb);
          stream.addRect((float) x, (float) y, (float) width, (float) height);
          stream.fill();
        });
  }

  @Override
  public void fillRound(double x, double y, double width, double height, double radius, int argb) {
    write(
        () -> {
          colour(argb);
          double r = Math.min(radius, Math.min(width, height) / 2);
          rounded(x, y, width, height, r);
          stream.fill();
        });
  }

  private void rounded(double x, double y, double width, double height, double r)
      throws IOException {
    double far = r * (1 - HANDLE);
    double right = x + width;
    double bottom = y + height;
    move(x + r, y);
    line(right - r, y);
    curve(right - far, y, right, y + far, right, y + r);
    line(right, bottom - r);
    curve(right, bottom - far, right - far, bottom, right - r, bottom);
    line(x + r, bottom);
    curve(x + far, bottom, x, bottom - far, x, bottom - r);
    line(x, y + r);
    curve(x, y + far, x + far, y, x + r, y);
    stream.closePath();
  }

  private void move(double x, double y) throws IOException {
    stream.moveTo((float) x, (float) y);
  }

  private void line(double x, double y) throws IOException {
    stream.lineTo((float) x, (float) y);
  }

  private void curve(double x1, double y1, double x2, double y2, double x, double y)
      throws IOException {
    stream.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
  }

  @Override
  public void strokeRect(double x, double y, double width, double height, double line, int argb) {
    write(
        () -> {
          plainLine(line, argb);
          stream.addRect((float) x, (float) y, (float) width, (float) height);
          stream.stroke();
        });
  }

  private void plainLine(double width, int argb) throws IOException {
    colour(argb);
    stream.setLineWidth((float) width);
    stream.setLineDashPattern(new float[0], 0);
    stream.setLineCapStyle(0);
    stream.setLineJoinStyle(0);
  }

  @Override
  public void openLine(double[] xs, double[] ys, int n, Stroke stroke) {
    write(
        () -> {
          plainLine(stroke.width(), stroke.argb());
          float[] dash = new float[stroke.dash().length];
          for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) stroke.dash()[i];
          }
          stream.setLineDashPattern(dash, 0);
          stream.setLineCapStyle(dash.length == 0 ? 1 : 0);
          stream.setLineJoinStyle(1);
          path(xs, ys, n);
          stream.stroke();
        });
  }

  private void path(double[] xs, double[] ys, int n) throws IOException {
    move(xs[0], ys[0]);
    for (int i = 1; i < n; i++) {
      line(xs[i], ys[i]);
    }
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int n, int argb) {
    write(
        () -> {
          colour(argb);
          path(xs, ys, n);
          stream.closePath();
          stream.fill();
        });
  }

  @Override
  public void fillCircle(double x, double y, double radius, int argb) {
    fillRound(x - radius, y - radius, 2 * radius, 2 * radius, radius, argb);
  }

  @Override
  public void strokeCircle(double x, double y, double radius, double line, int argb) {
    write(
        () -> {
          plainLine(line, argb);
          rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius);
          stream.stroke();
        });
  }

  @Override
  public void text(String text, double x, double y, TextStyle style, Anchor anchor, int argb) {
    double shift =
        switch (anchor) {
          case LEFT -> 0;
          case CENTER -> textWidth(text, style) / 2;
          case RIGHT -> textWidth(text, style);
        };
    write(
        () -> {
          colour(argb);
          stream.beginText();
          stream.setTextMatrix(new Matrix(1, 0, 0, -1, (float) (x - shift), (float) y));
          fonts.show(stream, text, PdfFonts.face(style), style.size());
          stream.endText();
        });
  }

  @Override
  public double textWidth(String text, TextStyle style) {
    return fonts.width(text, PdfFonts.face(style)) * style.size();
  }

  @Override
  public void pushClip(double x, double y, double width, double height) {
    write(
        () -> {
          stream.saveGraphicsState();
          stream.addRect((float) x, (float) y, (float) width, (float) height);
          stream.clip();
        });
  }

  @Override
  public void popClip() {
    write(stream::restoreGraphicsState);
  }

  @Override
  public void drawPixels(
      int[] argb, int w, int h, double x, double y, double destWidth, double destHeight) {
    write(
        () -> {
          BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
          image.setRGB(0, 0, w, h, argb, 0, w);
          colour(0xff000000);
          stream.drawImage(
              LosslessFactory.createFromImage(document, image),
              new Matrix(
                  (float) destWidth,
                  0,
                  0,
                  (float) -destHeight,
                  (float) x,
                  (float) (y + destHeight)));
        });
  }
}
