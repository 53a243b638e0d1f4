package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * A map of a latent space: the test images as points in the colours of their classes, or digits
 * that the decoder makes, and on it the point that is dragged and the two ends of a walk.
 *
 * @param cloud the test images
 * @param tiles digits instead of points, or null
 * @param backdrop the points or digits painted beforehand for the screen, or null
 * @param xName the horizontal axis, with symbols between dollar signs
 * @param yName the vertical axis
 * @param point what is dragged, or null
 * @param a where the walk begins, or null
 * @param b where it ends, or null
 */
public record LatentMap(
    LatentCloud cloud,
    MapTiles tiles,
    MapBackdrop backdrop,
    String xName,
    String yName,
    Place point,
    Place a,
    Place b)
    implements Figure {
  private static final double POINT = 1.25;
  private static final double OPACITY = 0.6;
  private static final double DISC = 11;
  private static final double RING = 12;
  private static final double SQUARE = 20;

  /** A place of the plane. */
  public record Place(double x, double y) {}

  /** The same map with what can be dragged elsewhere; cheap enough for every move. */
  public LatentMap with(Place newPoint, Place newA, Place newB) {
    return new LatentMap(cloud, tiles, backdrop, xName, yName, newPoint, newA, newB);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return Math.round(width * 372 / 420);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    pen.pushClip(0, 0, width, height);
    if (backdrop != null && pen.isScreen()) {
      backdrop.draw(pen, width, height);
    } else if (tiles != null) {
      tiles.paint(pen, cloud.window(), width, height, theme);
    } else {
      points(pen, cloud, width, height, theme);
    }
    axes(pen, width, height, theme);
    hairLines(pen, width, height, theme);
    walk(pen, width, height, theme);
    if (tiles == null) {
      discs(pen, width, height, theme);
    }
    end(pen, "A", a, width, height, theme);
    end(pen, "B", b, width, height, theme);
    ring(pen, width, height, theme);
    pen.popClip();
    pen.strokeRect(0.5, 0.5, width - 1, height - 1, 1, theme.border());
  }

  static void points(Pen pen, LatentCloud cloud, double width, double height, FigureTheme theme) {
    int[] colours = new int[10];
    for (int label = 0; label < colours.length; label++) {
      colours[label] = Colours.fade(ClassColours.of(label).on(theme), OPACITY);
    }
    double radius = POINT * theme.text() / 13;
    for (int i = 0; i < cloud.size(); i++) {
      double x = cloud.window().toPictureX(cloud.x(i), width, height);
      double y = cloud.window().toPictureY(cloud.y(i), width, height);
      pen.fillCircle(x, y, radius, colours[cloud.label(i)]);
    }
  }

  static double disc(FigureTheme theme) {
    return DISC * theme.text() / 13;
  }

  private double px(double x, double width, double height) {
    return cloud.window().toPictureX(x, width, height);
  }

  private double py(double y, double width, double height) {
    return cloud.window().toPictureY(y, width, height);
  }

  private void axes(Pen pen, double width, double height, FigureTheme theme) {
    double text = theme.text();
    TextStyle style = TextStyle.regular(text);
    Stroke tick = new Stroke(1, theme.muted());
    double perUnit = cloud.window().scale(width, height);
    double step = perUnit >= 24 * text / 13 ? 1 : perUnit >= 12 * text / 13 ? 2 : 5;
    int farX = (int) (width / perUnit / step) + 1;
    double middleX = cloud.window().toPlaneX(width / 2, width, height);
    for (int i = (int) Math.round(middleX / step) - farX; i <= middleX / step + farX; i++) {
      double x = Math.round(px(i * step, width, height)) + 0.5;
      if (x > 8 && x < width - 8) {
        pen.line(x, height - 5, x, height, tick);
        if (i % 2 == 0 && i != 0 && x > 20 && x < width - 40 * text / 13) {
          label(pen, Numbers.plain(i * step), x, height - 9, style, Anchor.CENTER, theme);
        }
      }
    }
    double middleY = cloud.window().toPlaneY(height / 2, width, height);
    int farY = (int) (height / perUnit / step) + 1;
    for (int i = (int) Math.round(middleY / step) - farY; i <= middleY / step + farY; i++) {
      double y = Math.round(py(i * step, width, height)) + 0.5;
      if (y > 8 && y < height - 8) {
        pen.line(0, y, 5, y, tick);
        if (i % 2 == 0 && i != 0 && y > 28 * text / 13 && y < height - 20) {
          label(pen, Numbers.plain(i * step), 9, y + text * 0.36, style, Anchor.LEFT, theme);
        }
      }
    }
    name(pen, yName, 9, text + 4, Anchor.LEFT, style, theme);
    name(pen, xName, width - 8, height - 8, Anchor.RIGHT, style, theme);
  }

  // on digits a number needs a ground of its own
  private void label(
      Pen pen, String text, double x, double y, TextStyle style, Anchor at, FigureTheme theme) {
    if (tiles != null) {
      double wide = pen.textWidth(text, style);
      ground(pen, at == Anchor.CENTER ? x - wide / 2 : x, y, wide, style, theme);
    }
    pen.text(text, x, y, style, at, theme.muted());
  }

  private static void ground(
      Pen pen, double x, double y, double wide, TextStyle style, FigureTheme theme) {
    double size = style.size();
    int colour = Colours.fade(theme.ground(), 0.85);
    pen.fillRound(x - 3, y - size, wide + 6, size * 1.35, 3, colour);
  }

  private static void name(
      Pen pen, String name, double x, double y, Anchor at, TextStyle style, FigureTheme theme) {
    MathsText parsed = MathsText.parse(name);
    double wide = 0;
    for (MathsText.Piece piece : parsed.pieces()) {
      double size = style.size() * (piece.subscript() ? MathsText.SUBSCRIPT : 1);
      wide += pen.textWidth(piece.text(), piece.maths() ? TextStyle.maths(size) : style);
    }
    double left = at == Anchor.RIGHT ? x - wide : x;
    ground(pen, left, y, wide, style, theme);
    parsed.draw(pen, left, y, style, theme.ink());
  }

  private void hairLines(Pen pen, double width, double height, FigureTheme theme) {
    if (point == null) {
      return;
    }
    Stroke hair = new Stroke(1.5, theme.accent(), 1.5, 3);
    double x = px(point.x(), width, height);
    double y = py(point.y(), width, height);
    pen.line(x, 0, x, height, hair);
    pen.line(0, y, width, y, hair);
  }

  private void walk(Pen pen, double width, double height, FigureTheme theme) {
    if (a == null || b == null) {
      return;
    }
    double[] xs = {px(a.x(), width, height), px(b.x(), width, height)};
    double[] ys = {py(a.y(), width, height), py(b.y(), width, height)};
    // light below dark, so that it is seen on every ground
    pen.polyline(xs, ys, 2, new Stroke(4, Colours.fade(theme.ground(), 0.7)));
    pen.polyline(xs, ys, 2, new Stroke(1.5, theme.ink(), 5, 4));
  }

  private void discs(Pen pen, double width, double height, FigureTheme theme) {
    double unit = theme.text() / 13;
    TextStyle bold = TextStyle.bold(theme.text());
    for (ClassDiscs.Disc disc : cloud.discs(width, height, disc(theme))) {
      pen.fillCircle(disc.x(), disc.y(), DISC * unit, theme.ground());
      int colour = ClassColours.of(disc.label()).on(theme);
      pen.strokeCircle(disc.x(), disc.y(), (DISC - 1) * unit, 2 * unit, colour);
      double base = disc.y() + theme.text() * 0.36;
      String number = String.valueOf(disc.label());
      pen.text(number, disc.x(), base, bold, Anchor.CENTER, theme.ink());
    }
  }

  private void end(Pen pen, String name, Place at, double width, double height, FigureTheme theme) {
    if (at == null) {
      return;
    }
    double side = SQUARE * theme.text() / 13;
    double x = Math.round(px(at.x(), width, height));
    double y = Math.round(py(at.y(), width, height));
    pen.fillRound(x - side / 2 - 1, y - side / 2 - 1, side + 2, side + 2, 4, theme.ground());
    pen.fillRound(x - side / 2, y - side / 2, side, side, 3, theme.ink());
    TextStyle bold = TextStyle.bold(theme.text());
    pen.text(name, x, y + theme.text() * 0.36, bold, Anchor.CENTER, theme.ground());
  }

  private void ring(Pen pen, double width, double height, FigureTheme theme) {
    if (point == null) {
      return;
    }
    double unit = theme.text() / 13;
    double x = px(point.x(), width, height);
    double y = py(point.y(), width, height);
    pen.fillCircle(x, y, (RING + 1) * unit, theme.ground());
    pen.strokeCircle(x, y, (RING - 2) * unit, 4 * unit, theme.accent());
    pen.fillCircle(x, y, 2.5 * unit, theme.accent());
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < cloud.size(); i++) {
      rows.add(List.of(i, cloud.label(i), cloud.x(i), cloud.y(i)));
    }
    return new FigureTable(
        List.of(
            "test image", "class", MathsText.parse(xName).plain(), MathsText.parse(yName).plain()),
        rows);
  }

  @Override
  public String description() {
    String where =
        point == null
            ? ""
            : " The point is at "
                + Numbers.fixed(point.x(), 2)
                + ", "
                + Numbers.fixed(point.y(), 2)
                + ".";
    return "Map of the latent space: "
        + cloud.size()
        + " test images by class"
        + (tiles == null ? "." : ", and the digits that lie there.")
        + where;
  }

  @Override
  public boolean showsDigits() {
    return tiles != null;
  }
}
