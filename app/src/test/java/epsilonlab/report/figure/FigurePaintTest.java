package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigurePaintTest {
  /** At one pixel a unit, on the theme's ground. */
  static BufferedImage paint(Figure figure, int width, int height, FigureTheme theme) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    AwtPen pen = new AwtPen(graphics);
    pen.fillRect(0, 0, width, height, theme.ground());
    figure.paint(pen, width, height, theme);
    graphics.dispose();
    return image;
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  private static long count(BufferedImage image, int rgb) {
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(all).filter(p -> (p & 0xffffff) == rgb).count();
  }

  private static long greenish(BufferedImage image) {
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(all)
        .filter(p -> (p >> 8 & 255) > (p >> 16 & 255) + 30 && (p >> 8 & 255) > (p & 255) + 30)
        .count();
  }

  @Test
  void barsAreAsLongAsTheirSharesAndColouredByWinner() {
    double[] before = {0.5, 0, 0.3, 0, 0, 0, 0, 0, 0, 0.2};
    double[] after = {0.1, 0, 0.8, 0, 0, 0, 0, 0, 0, 0.1};
    BufferedImage image =
        paint(new ProbabilityBars(before, after, 0, List.of()), 352, 200, FigureTheme.LIGHT);
    // rows of 18 under a head of 20; columns from 24 and 188, a full bar is 95 long
    assertEquals(0x0969da, rgb(image, 24 + 40, 29));
    assertEquals(0xffffff, rgb(image, 24 + 51, 25));
    assertEquals(0x8c959f, rgb(image, 24 + 20, 20 + 2 * 18 + 9));
    assertEquals(0xcf222e, rgb(image, 188 + 70, 20 + 2 * 18 + 9));
    assertEquals(0x8c959f, rgb(image, 188 + 5, 29));
    assertEquals(0xd0d7de, rgb(image, 188, 20 + 4 * 18 + 9));
  }

  @Test
  void aRightAnswerAfterIsNotDanger() {
    double[] shares = {0, 1, 0};
    BufferedImage image =
        paint(new ProbabilityBars(shares, shares, 1, List.of()), 352, 80, FigureTheme.LIGHT);
    assertEquals(0, count(image, 0xcf222e));
    BufferedImage wrong =
        paint(new ProbabilityBars(shares, shares, 2, List.of()), 352, 80, FigureTheme.LIGHT);
    assertTrue(count(wrong, 0xcf222e) > 500);
  }

  @Test
  void confusionShowsRightWrongAndNever() {
    int[][] counts = new int[10][10];
    counts[3][3] = 900;
    counts[5][3] = 12;
    counts[2][7] = 1;
    ConfusionMatrix matrix = new ConfusionMatrix(counts, SeriesColours.SMALL_CNN, List.of());
    assertEquals(310, matrix.preferredHeight(328, FigureTheme.LIGHT));
    BufferedImage image = paint(matrix, 328, 310, FigureTheme.LIGHT);
    assertEquals(0xf6f8fa, rgb(image, 24 + 8 * 30 + 3, 20 + 29 + 3));
    // 16 % of #009E73 on white, worked out by hand
    assertEquals(0xd6efe9, rgb(image, 24 + 3 * 30 + 2, 20 + 3 * 29 + 2));
    assertEquals(0xd55e00, rgb(image, 24 + 3 * 30 + 2, 20 + 5 * 29 + 2));
    int once = rgb(image, 24 + 7 * 30 + 2, 20 + 2 * 29 + 2);
    assertTrue((once & 0xff) > 0x90 && (once & 0xff) < 0xf0, Integer.toHexString(once));
  }

  @Test
  void digitsAreCrispAndFollowTheTheme() {
    float[] pixels = new float[784];
    pixels[28 * 10 + 5] = 1;
    pixels[28 * 10 + 6] = 0.2f;
    DigitWall wall =
        DigitWall.strip(
            List.of(
                new DigitWall.Tile(pixels, "7 → 3", "", DigitWall.State.FOOLED),
                new DigitWall.Tile(pixels, "7", "", DigitWall.State.RIGHT)),
            2,
            "digits");
    BufferedImage light = paint(wall, 200, 80, FigureTheme.LIGHT);
    for (int dy = 0; dy < 2; dy++) {
      assertEquals(0x000000, rgb(light, 2 + 10, 2 + 20 + dy));
      assertEquals(0x000000, rgb(light, 2 + 11, 2 + 20 + dy));
      assertEquals(0xcccccc, rgb(light, 2 + 12, 2 + 20 + dy));
      assertEquals(0xffffff, rgb(light, 2 + 9, 2 + 20 + dy));
    }
    assertEquals(0xcf222e, rgb(light, 0, 30));
    assertEquals(0xcf222e, rgb(light, 59, 30));
    assertEquals(0xd0d7de, rgb(light, 141, 30));
    assertTrue(greenish(light) > 8, "a tick in success");
    BufferedImage dark = paint(wall, 200, 80, FigureTheme.DARK);
    assertEquals(0xffffff, rgb(dark, 12, 22));
    assertEquals(0x000000, rgb(dark, 9, 22));
    assertEquals(1, wall.tileAt(150, 20, 200, FigureTheme.LIGHT));
    assertEquals(-1, wall.tileAt(100, 20, 200, FigureTheme.LIGHT));
  }

  @Test
  void changesDiverge() {
    int[] out = new int[4];
    DigitPixels.change(new float[] {-0.2f, 0, 0.2f, 0.4f}, 0.2f, out);
    assertEquals(0xff2166ac, out[0]);
    assertEquals(0xffffffff, out[1]);
    assertEquals(0xffb2182b, out[2]);
    assertEquals(0xffb2182b, out[3]);
  }

  @Test
  void theLineRunsWhereItsNumbersAre() {
    LineChart chart =
        LineChart.builder()
            .x(Axis.fixed(0, 1))
            .y(Axis.percent(0, 1))
            .add(
                new Series("a", new double[] {0, 1}, new double[] {0.5, 0.5}, SeriesColours.LENET)
                    .withWidth(3))
            .legend(LineChart.Legend.NONE)
            .build();
    BufferedImage image = paint(chart, 304, 177, FigureTheme.LIGHT);
    // the plot reaches from 10 to 177 - 23 = 154
    assertEquals(0x0072b2, rgb(image, 170, 82));
    assertEquals(0xffffff, rgb(image, 170, 70));
    assertEquals(0x1a86cc, rgb(paint(chart, 304, 177, FigureTheme.DARK), 170, 82));
  }

  @Test
  void whatLeavesTheFixedRangeIsCut() {
    LineChart chart =
        LineChart.builder()
            .x(Axis.fixed(0, 1))
            .y(Axis.percent(0.9, 1))
            .add(new Series("a", new double[] {0, 1}, new double[] {0.1, 0.1}, SeriesColours.MLP))
            .legend(LineChart.Legend.NONE)
            .build();
    assertEquals(0, count(paint(chart, 304, 177, FigureTheme.LIGHT), 0xe69f00));
  }

  @Test
  void aBandFillsWhatLiesBetweenItsLinesOnly() {
    double[] x = {0, 1};
    LineChart chart =
        LineChart.builder()
            .x(Axis.fixed(0, 1))
            .y(Axis.percent(0, 1))
            .addBand(
                new Series("low", x, new double[] {0.3, 0.3}, SeriesColours.MLP),
                new Series("high", x, new double[] {0.7, 0.7}, SeriesColours.LENET))
            .legend(LineChart.Legend.NONE)
            .build();
    BufferedImage image = paint(chart, 304, 177, FigureTheme.LIGHT);
    // the plot reaches from 10 to 154; 18 % of #0072B2 on white, worked out by hand
    assertEquals(0xd1e6f1, rgb(image, 170, 90));
    assertEquals(0xffffff, rgb(image, 170, 30));
    assertEquals(0xffffff, rgb(image, 170, 130));
    assertEquals(0x0072b2, rgb(image, 170, 53));
    assertEquals(0xe69f00, rgb(image, 170, 111));
  }

  private static LineChart level(double y, boolean stale) {
    return LineChart.builder()
        .x(Axis.fixed(0, 1))
        .y(Axis.percent(0, 1))
        .add(new Series("level", new double[] {0, 1}, new double[] {y, y}, SeriesColours.MLP))
        .stale(stale)
        .build();
  }

  @Test
  void aStaleChartIsGreyed() {
    assertTrue(count(paint(level(0.5, false), 304, 177, FigureTheme.LIGHT), 0xe69f00) > 300);
    assertEquals(0, count(paint(level(0.5, true), 304, 177, FigureTheme.LIGHT), 0xe69f00));
  }

  @Test
  void theLegendKeepsClearOfTheLines() {
    for (double y : new double[] {0.95, 0.05}) {
      BufferedImage image = paint(level(y, false), 304, 177, FigureTheme.LIGHT);
      BufferedImage upper = image.getSubimage(48, 0, 250, 60);
      BufferedImage lower = image.getSubimage(48, 100, 250, 50);
      // the text of the legend is the only ink
      assertEquals(y < 0.5, count(upper, 0x24292f) > 0, "above, line at " + y);
      assertEquals(y > 0.5, count(lower, 0x24292f) > 0, "below, line at " + y);
    }
  }

  @Test
  void anEmptyChartSaysSo() {
    LineChart chart = LineChart.builder().emptyText("Nothing yet.").build();
    assertEquals("Nothing yet.", chart.description());
    assertTrue(count(paint(chart, 304, 177, FigureTheme.LIGHT), 0x57606a) > 10);
  }

  @Test
  void aNetworkHasItsColourAndItsLayers() {
    NetworkDrawing drawing =
        new NetworkDrawing(
            List.of(
                new NetworkDrawing.Layer(NetworkDrawing.Kind.IMAGE, 1, 28),
                new NetworkDrawing.Layer(NetworkDrawing.Kind.MAPS, 16, 14),
                new NetworkDrawing.Layer(NetworkDrawing.Kind.VECTOR, 10, 1)),
            SeriesColours.SMALL_CNN);
    assertTrue(count(paint(drawing, 232, 100, FigureTheme.LIGHT), 0x009e73) > 50);
    assertEquals(
        "Layers: 1 of 28 x 28, then 16 of 14 x 14, then 10 values.", drawing.description());
  }
}
