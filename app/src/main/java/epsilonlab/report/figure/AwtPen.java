package epsilonlab.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paints on a {@link Graphics2D}: a picture in memory, or an SVG document. */
public final class AwtPen implements Pen {
  private final Graphics2D graphics;
  private final Deque<Shape> clips = new ArrayDeque<>();
  private final FontRenderContext measure = new FontRenderContext(null, true, true);

  /** Does not dispose of {@code graphics}. */
  public AwtPen(Graphics2D graphics) {
    this.graphics = graphics;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
  }

  @Override
  public void fillRect(double x, double y, double width, double height, int argb) {
    fill(new Rectangle2D.Double(x, y, width, height), argb);
  }

  @Override
  public void fillRound(double x, double y, double width, double height, double radius, int argb) {
    fill(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius), argb);
  }

  @Override
  public void strokeRect(double x, double y, double width, double height, double line, int argb) {
    graphics.setStroke(new BasicStroke((float) line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    draw(new Rectangle2D.Double(x, y, width, height), argb);
  }

  @Override
  public void openLine(double[] xs, double[] ys, int n, Stroke stroke) {
    graphics.setStroke(awt(stroke));
    draw(path(xs, ys, n), stroke.argb());
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int n, int argb) {
    Path2D path = path(xs, ys, n);
    path.closePath();
    fill(path, argb);
  }

  @Override
  public void fillCircle(double x, double y, double radius, int argb) {
    fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), argb);
  }

  @Override
  public void strokeCircle(double x, double y, double radius, double line, int argb) {
    graphics.setStroke(new BasicStroke((float) line));
    draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), argb);
  }

  @Override
  public void text(String text, double x, double y, TextStyle style, Anchor anchor, int argb) {
    double shift =
        switch (anchor) {
          case LEFT -> 0;
          case CENTER -> textWidth(text, style) / 2;
          case RIGHT -> textWidth(text, style);
        };
    graphics.setFont(FigureFonts.awt(style));
    graphics.setColor(new Color(argb, true));
    graphics.drawString(text, (float) (x - shift), (float) y);
  }

  @Override
  public double textWidth(String text, TextStyle style) {
    return FigureFonts.awt(style).getStringBounds(text, measure).getWidth();
  }

  @Override
  public void pushClip(double x, double y, double width, double height) {
    Shape now = graphics.getClip();
    clips.push(now == null ? new Rectangle2D.Double(-1e6, -1e6, 2e6, 2e6) : now);
    graphics.clip(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void popClip() {
    graphics.setClip(clips.pop());
  }

  @Override
  public void drawPixels(
      int[] argb, int w, int h, double x, double y, double destWidth, double destHeight) {
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, w, h, argb, 0, w);
    var before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.scale(destWidth / w, destHeight / h);
    graphics.drawImage(image, 0, 0, w, h, null);
    graphics.setTransform(before);
  }

  private void fill(Shape shape, int argb) {
    graphics.setColor(new Color(argb, true));
    graphics.fill(shape);
  }

  private void draw(Shape shape, int argb) {
    graphics.setColor(new Color(argb, true));
    graphics.draw(shape);
  }

  private static Path2D path(double[] xs, double[] ys, int n) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, n);
    path.moveTo(xs[0], ys[0]);
    for (int i = 1; i < n; i++) {
      path.lineTo(xs[i], ys[i]);
    }
    return path;
  }

  private static BasicStroke awt(Stroke stroke) {
    float[] dash = null;
    if (stroke.dash().length > 0) {
      dash = new float[stroke.dash().length];
      for (int i = 0; i < dash.length; i++) {
        dash[i] = (float) stroke.dash()[i];
      }
    }
    int cap = dash == null ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
    return new BasicStroke((float) stroke.width(), cap, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }
}
