package epsilonlab.report.figure;

import java.util.Arrays;

/**
 * Draws to the right of where it is told.
 *
 * @param by logical pixels
 */
record MovedPen(Pen pen, double by) implements Pen {
  private double[] moved(double[] xs, int n) {
    return Arrays.stream(xs, 0, n).map(x -> x + by).toArray();
  }

  @Override
  public void fillRect(double x, double y, double width, double height, int argb) {
    pen.fillRect(x + by, y, width, height, argb);
  }

  @Override
  public void fillRound(double x, double y, double width, double height, double radius, int argb) {
    pen.fillRound(x + by, y, width, height, radius, argb);
  }

  @Override
  public void strokeRect(double x, double y, double width, double height, double line, int argb) {
    pen.strokeRect(x + by, y, width, height, line, argb);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    pen.line(x1 + by, y1, x2 + by, y2, stroke);
  }

  @Override
  public void polyline(double[] xs, double[] ys, int n, Stroke stroke) {
    pen.polyline(moved(xs, n), ys, n, stroke);
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int n, int argb) {
    pen.fillPolygon(moved(xs, n), ys, n, argb);
  }

  @Override
  public void fillCircle(double x, double y, double radius, int argb) {
    pen.fillCircle(x + by, y, radius, argb);
  }

  @Override
  public void strokeCircle(double x, double y, double radius, double line, int argb) {
    pen.strokeCircle(x + by, y, radius, line, argb);
  }

  @Override
  public void text(String text, double x, double y, TextStyle style, Anchor anchor, int argb) {
    pen.text(text, x + by, y, style, anchor, argb);
  }

  @Override
  public double textWidth(String text, TextStyle style) {
    return pen.textWidth(text, style);
  }

  @Override
  public void pushClip(double x, double y, double width, double height) {
    pen.pushClip(x + by, y, width, height);
  }

  @Override
  public void popClip() {
    pen.popClip();
  }

  @Override
  public void drawPixels(
      int[] argb, int w, int h, double x, double y, double destWidth, double destHeight) {
    pen.drawPixels(argb, w, h, x + by, y, destWidth, destHeight);
  }

  @Override
  public boolean isScreen() {
    return pen.isScreen();
  }
}
