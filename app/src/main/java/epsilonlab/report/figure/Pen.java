package epsilonlab.report.figure;

/**
 * The few strokes that every figure is made of. Units are logical pixels, y points down, colours
 * are ARGB with straight alpha ({@link Colours}). A pen is used by one thread at a time and leaves
 * the arrays it is given as they are.
 */
public interface Pen {
  /** Which part of a text stands at the given x. */
  enum Anchor {
    LEFT,
    CENTER,
    RIGHT
  }

  /** Fills a rectangle. */
  void fillRect(double x, double y, double width, double height, int argb);

  /** Fills a rectangle with corners of the given radius. */
  void fillRound(double x, double y, double width, double height, double radius, int argb);

  /** Draws the outline of a rectangle; the line is centred on the edge. */
  void strokeRect(double x, double y, double width, double height, double line, int argb);

  /** Draws one straight line. */
  default void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    openLine(new double[] {x1, x2}, new double[] {y1, y2}, 2, stroke);
  }

  /** Draws the open line through the first {@code n} points; fewer than two are no line. */
  default void polyline(double[] xs, double[] ys, int n, Stroke stroke) {
    if (n >= 2) {
      openLine(xs, ys, n, stroke);
    }
  }

  /** Draws the open line through the first {@code n} points, at least two. */
  void openLine(double[] xs, double[] ys, int n, Stroke stroke);

  /** Fills the closed polygon through the first {@code n} points. */
  void fillPolygon(double[] xs, double[] ys, int n, int argb);

  /** Fills a disc. */
  void fillCircle(double x, double y, double radius, int argb);

  /** Draws a circle; the line is centred on the radius. */
  void strokeCircle(double x, double y, double radius, double line, int argb);

  /** Writes one line of text whose base line is at {@code y}. */
  void text(String text, double x, double y, TextStyle style, Anchor anchor, int argb);

  /** The width of {@code text} as {@link #text} would write it. */
  double textWidth(String text, TextStyle style);

  /** Limits what follows to a rectangle, within the limits already set. */
  void pushClip(double x, double y, double width, double height);

  /** Takes the last limit off again. */
  void popClip();

  /**
   * Draws {@code w * h} pixels (ARGB, row by row) enlarged to a rectangle without any smoothing.
   */
  void drawPixels(
      int[] argb, int w, int h, double x, double y, double destWidth, double destHeight);

  /**
   * Whether this is a canvas of the window, for which a figure of thousands of shapes had better be
   * painted beforehand; files get the shapes themselves.
   */
  default boolean isScreen() {
    return false;
  }
}
