package epsilonlab.report.figure;

import java.util.Arrays;

/** Draws with another pen, but somewhere else. */
final class ShiftedPen implements Pen {
  private final Pen pen;
  private final double right;
  private final double down;

  /**
   * @param right how far everything moves to the right
   * @param down how far it moves down
   */
  ShiftedPen(Pen pen, double right, double down) {
    this.pen = pen;
    this.right = right;
    this.down = down;
  }

  private static double[] shifted(double[] values, int n, double by) {
    double[] moved = Arrays.copyOf(values, n);
    for (int i = 0; i < n; i++) {
      moved[i] += by;
    }
    return moved;
  }

  @Override
  public void fillRect(double x, double y, double width, double height, int argb) {
    pen.fillRect(x + right, y + down, width, height, argb);
  }

  @Override
  public void fillRound(double x, double y, double width, double height, double radius, int argb) {
    pen.fillRound(x + right, y + down, width, height, radius, argb);
  }

  @Override
  public void strokeRect(double x, double y, double width, double height, double line, int argb) {
    pen.strokeRect(x + right, y + down, width, height, line, argb);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    pen.line(x1 + right, y1 + down, x2 + right, y2 + down, stroke);
  }

  @Override
  public void openLine(double[] xs, double[] ys, int n, Stroke stroke) {
    pen.openLine(shifted(xs, n, right), shifted(ys, n, down), n, stroke);
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int n, int argb) {
    pen.fillPolygon(shifted(xs, n, right), shifted(ys, n, down), n, argb);
  }

  @Override
  public void fillCircle(double x, double y, double radius, int argb) {
    pen.fillCircle(x + right, y + down, radius, argb);
  }

  @Override
  public void strokeCircle(double x, double y, double radius, double line, int argb) {
    pen.strokeCircle(x + right, y + down, radius, line, argb);
  }

  @Override
  public void text(String text, double x, double y, TextStyle style, Anchor anchor, int argb) {
    pen.text(text, x + right, y + down, style, anchor, argb);
  }

  @Override
  public double textWidth(String text, TextStyle style) {
    return pen.textWidth(text, style);
  }

  @Override
  public void pushClip(double x, double y, double width, double height) {
    pen.pushClip(x + right, y + down, width, height);
  }

  @Override
  public void popClip() {
    pen.popClip();
  }

  @Override
  public void drawPixels(
      int[] argb, int w, int h, double x, double y, double destWidth, double destHeight) {
    pen.drawPixels(argb, w, h, x + right, y + down, destWidth, destHeight);
  }

  @Override
  public boolean isScreen() {
    return pen.isScreen();
  }
}
