package epsilonlab.ui.component;

import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.Stroke;
import epsilonlab.report.figure.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Paints on a JavaFX canvas; one pen serves one canvas for its whole life. */
public final class FxPen implements Pen {
  private static final Map<Integer, Color> COLOURS = new HashMap<>();

  private final GraphicsContext graphics;
  // an image drawn in this frame must not change before it is rendered, so each has its own
  private final List<WritableImage> images = new ArrayList<>();
  private int used;

  public FxPen(GraphicsContext graphics) {
    this.graphics = graphics;
    graphics.setImageSmoothing(false);
  }

  /** Wipes the canvas and begins a new frame. */
  public void begin(double width, double height) {
    graphics.clearRect(0, 0, width, height);
    used = 0;
  }

  /** The colour of an ARGB value. */
  static Color colour(int argb) {
    if (COLOURS.size() > 4000) {
      COLOURS.clear();
    }
    return COLOURS.computeIfAbsent(
        argb,
        key -> Color.rgb(key >> 16 & 0xff, key >> 8 & 0xff, key & 0xff, (key >>> 24) / 255.0));
  }

  @Override
  public boolean isScreen() {
    return true;
  }

  @Override
  public void fillRect(double x, double y, double width, double height, int argb) {
    graphics.setFill(colour(argb));
    graphics.fillRect(x, y, width, height);
  }

  @Override
  public void fillRound(double x, double y, double width, double height, double radius, int argb) {
    graphics.setFill(colour(argb));
    graphics.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
  }

  @Override
  public void strokeRect(double x, double y, double width, double height, double line, int argb) {
    plain(line, argb);
    graphics.setLineJoin(StrokeLineJoin.MITER);
    graphics.strokeRect(x, y, width, height);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    set(stroke);
    graphics.strokeLine(x1, y1, x2, y2);
  }

  @Override
  public void openLine(double[] xs, double[] ys, int n, Stroke stroke) {
    set(stroke);
    graphics.strokePolyline(xs, ys, n);
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int n, int argb) {
    graphics.setFill(colour(argb));
    graphics.fillPolygon(xs, ys, n);
  }

  @Override
  public void fillCircle(double x, double y, double radius, int argb) {
    graphics.setFill(colour(argb));
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void strokeCircle(double x, double y, double radius, double line, int argb) {
    plain(line, argb);
    graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void text(String text, double x, double y, TextStyle style, Anchor anchor, int argb) {
    graphics.setFont(FxFonts.of(style));
    graphics.setFill(colour(argb));
    graphics.setTextAlign(
        switch (anchor) {
          case LEFT -> TextAlignment.LEFT;
          case CENTER -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    graphics.fillText(text, x, y);
  }

  @Override
  public double textWidth(String text, TextStyle style) {
    return FxFonts.width(text, style);
  }

  @Override
  public void pushClip(double x, double y, double width, double height) {
    graphics.save();
    graphics.beginPath();
    graphics.rect(x, y, width, height);
    graphics.clip();
  }

  @Override
  public void popClip() {
    graphics.restore();
  }

  @Override
  public void drawPixels(
      int[] argb, int w, int h, double x, double y, double destWidth, double destHeight) {
    WritableImage image = used < images.size() ? images.get(used) : null;
    if (image == null || image.getWidth() != w || image.getHeight() != h) {
      image = new WritableImage(w, h);
      if (used < images.size()) {
        images.set(used, image);
      } else {
        images.add(image);
      }
    }
    used++;
    image.getPixelWriter().setPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
    drawImage(image, x, y, destWidth, destHeight);
  }

  /** Draws a ready image without any smoothing. */
  void drawImage(Image image, double x, double y, double width, double height) {
    graphics.drawImage(image, x, y, width, height);
  }

  private void plain(double line, int argb) {
    graphics.setStroke(colour(argb));
    graphics.setLineWidth(line);
    graphics.setLineDashes((double[]) null);
  }

  private void set(Stroke stroke) {
    double[] dash = stroke.dash();
    graphics.setStroke(colour(stroke.argb()));
    graphics.setLineWidth(stroke.width());
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    graphics.setLineCap(dash.length == 0 ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
    graphics.setLineDashes(dash.length == 0 ? null : dash);
  }
}
