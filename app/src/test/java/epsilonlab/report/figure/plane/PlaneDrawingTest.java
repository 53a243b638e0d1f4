package epsilonlab.report.figure.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.report.figure.AwtPen;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.SeriesColours;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaneDrawingTest {
  private static final FigureTheme THEME = FigureTheme.LIGHT;
  private static final PlaneWindow WINDOW = PlaneWindow.equal(-2, 2, -1, 1);

  private static BufferedImage paint(PlaneMark... marks) {
    BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    AwtPen pen = new AwtPen(graphics);
    pen.fillRect(0, 0, 400, 200, THEME.ground());
    new PlaneDrawing(WINDOW, List.of(marks), "").paint(pen, 400, 200, THEME);
    graphics.dispose();
    return image;
  }

  private static int at(BufferedImage image, double x, double y) {
    PlaneScale scale = new PlaneScale(WINDOW, 400, 200);
    return image.getRGB((int) scale.px(x), (int) scale.py(y));
  }

  @Test
  void tintsTheRightSide() {
    BufferedImage image = paint(new HalfPlane(1, 0, 0, SeriesColours.LENET, 1));
    assertEquals(SeriesColours.LENET.on(THEME), at(image, 0.3, 0.3));
    assertEquals(THEME.ground(), at(image, -0.3, 0.3));
  }

  @Test
  void ballsReachAsFarAsTheirNormSays() {
    for (Ball.Shape shape : Ball.Shape.values()) {
      BufferedImage image = paint(new Ball("", shape, 0.1, 0.1, 0.6, SeriesColours.LENET, 1));
      // along an axis all of them reach as far; on the diagonal the norms differ
      assertNotEquals(THEME.ground(), at(image, 0.1 + 0.55, 0.13));
      assertEquals(THEME.ground(), at(image, 0.1 + 0.68, 0.13));
      double reach =
          switch (shape) {
            case SQUARE -> 0.6;
            case CIRCLE -> 0.6 / Math.sqrt(2);
            case DIAMOND -> 0.3;
          };
      assertNotEquals(THEME.ground(), at(image, 0.1 + reach - 0.05, 0.1 + reach - 0.05));
      assertEquals(THEME.ground(), at(image, 0.1 + reach + 0.07, 0.1 + reach + 0.07));
    }
  }

  @Test
  void groundLiesBelowWhateverTheOrder() {
    BufferedImage image =
        paint(
            new Dot("x", 0.4, 0.4, Marker.DOT, 8, SeriesColours.MLP),
            new HalfPlane(0, 0, 1, SeriesColours.LENET, 1));
    assertEquals(SeriesColours.MLP.on(THEME), at(image, 0.4, 0.4));
  }

  @Test
  void marksOfAllKindsArePaintedInBothThemesAndSizes() {
    double[] xs = {-3, 0, Double.NaN, 1, 1e9};
    double[] ys = {0, 0.5, 0, 0.2, 1e9};
    PlaneDrawing all =
        new PlaneDrawing(
            WINDOW,
            List.of(
                new Area(new double[] {0, 1, 1}, new double[] {0, 0, 1}, SeriesColours.MLP, 0.2),
                new Curve("c", xs, ys, SeriesColours.LENET, 2, 4, 3),
                new Arrow("a", 0, 0, 1, 0.5, SeriesColours.MLP, 2, 4),
                new Arrow("short", 0, 0, 0, 0, SeriesColours.MLP, 2, 4),
                new Boundary("b", 1, 1, 0, SeriesColours.MLP, 2),
                new Tag("$ℓ_2$: far out", 9, -9, SeriesColours.LENET, Tag.Side.BELOW_RIGHT),
                new Caption("$x$", 0, 0, 5, 5, 2),
                new Note(Note.Corner.TOP_RIGHT, "here", true)),
            "All kinds.");
    for (FigureTheme theme : List.of(THEME, FigureTheme.DARK.withText(20))) {
      BufferedImage image = new BufferedImage(300, 150, BufferedImage.TYPE_INT_ARGB);
      Graphics2D graphics = image.createGraphics();
      all.paint(new AwtPen(graphics), 300, 150, theme);
      graphics.dispose();
      // a tag beyond the edge is kept inside: its corner is drawn in its colour
      int tagged = 0;
      for (int x = 150; x < 300; x++) {
        for (int y = 90; y < 150; y++) {
          tagged += image.getRGB(x, y) == SeriesColours.LENET.on(theme) ? 1 : 0;
        }
      }
      assertTrue(tagged > 20, "edge of the tag: " + tagged);
    }
    assertEquals(
        5, all.toTable().rows().stream().filter(row -> row.get(0).equals("curve")).count());
    assertEquals(List.of("mark", "name", "x", "y"), all.toTable().header());
  }
}
