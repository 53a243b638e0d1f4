package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.privacy.Roc;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreHistogramTest {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 368;

  private static Roc normal(int count) {
    SplittableRandom random = new SplittableRandom(3);
    return Roc.of(
        random.doubles(count).map(u -> 2 + random.nextGaussian()).toArray(),
        random.doubles(count).map(u -> random.nextGaussian()).toArray());
  }

  private static int rgb(BufferedImage image, double x, double y) {
    return image.getRGB((int) x, (int) y) & 0xffffff;
  }

  @Test
  void everyScoreIsInTheBinThatHoldsIt() {
    Roc roc = normal(500);
    ScoreBins bins = ScoreBins.of(roc);
    int in = 0;
    int out = 0;
    for (int b = 0; b < bins.size(); b++) {
      double from = b == 0 ? Double.NEGATIVE_INFINITY : bins.edge(b);
      double to = b == bins.size() - 1 ? Double.POSITIVE_INFINITY : bins.edge(b + 1);
      long counted =
          java.util.Arrays.stream(roc.memberScores()).filter(s -> s >= from && s < to).count();
      assertEquals(counted, bins.members(b), "bin " + b);
      in += bins.members(b);
      out += bins.others(b);
    }
    assertEquals(500, in);
    assertEquals(500, out);
    assertTrue(bins.size() > 20 && bins.size() < 120, bins.size() + " bins");
    double width = bins.edge(1) - bins.edge(0);
    double power = Math.pow(10, Math.floor(Math.log10(width) + 1e-9));
    double mantissa = width / power;
    assertTrue(
        IntStream.of(10, 20, 25, 50).anyMatch(m -> Math.abs(mantissa * 10 - m) < 1e-6),
        "round width " + width);
  }

  @Test
  void scoresFarAwayAndInfiniteOnesDoNotStretchTheAxis() {
    double[] in = IntStream.range(0, 1000).mapToDouble(i -> i / 1000.0).toArray();
    double[] out = in.clone();
    in[0] = 1e9;
    in[1] = Double.POSITIVE_INFINITY;
    out[0] = Double.NEGATIVE_INFINITY;
    ScoreBins bins = ScoreBins.of(Roc.of(in, out));
    assertTrue(bins.edge(bins.size()) < 2 && bins.edge(0) > -1);
    int last = bins.size() - 1;
    assertEquals(last, bins.indexOf(1e9));
    assertEquals(0, bins.indexOf(Double.NEGATIVE_INFINITY));
    int sum = IntStream.rangeClosed(0, last).map(bins::members).sum();
    assertEquals(1000, sum, "none is lost");
  }

  @Test
  void scoresThatAreAllEqualHaveABin() {
    double[] same = {0.25, 0.25};
    ScoreBins bins = ScoreBins.of(Roc.of(same, same));
    assertEquals(2, bins.members(bins.indexOf(0.25)));
    double[] infinite = {Double.POSITIVE_INFINITY};
    ScoreBins none = ScoreBins.of(Roc.of(infinite, infinite));
    assertEquals(1, none.members(none.size() - 1));
  }

  /** Members stand at 2.5 and others at 0.5: colours left and right of a threshold are known. */
  @Test
  void judgementDecidesHowStrongABarIs() {
    double[] in = {0.5, 2.5, 2.5, 2.5};
    double[] out = {0.5, 0.5, 0.5, 2.5};
    ScoreHistogram figure = new ScoreHistogram(ScoreBins.of(Roc.of(in, out)), 1.5, "score", false);
    BufferedImage image = FigurePaintTest.paint(figure, WIDTH, HEIGHT, FigureTheme.LIGHT);
    FigureTheme theme = FigureTheme.LIGHT;
    ScoreBins bins = figure.bins();
    double low = figure.placeOf(bins.edge(bins.indexOf(0.5)), WIDTH, theme) + 5;
    double high = figure.placeOf(bins.edge(bins.indexOf(2.5)), WIDTH, theme) - 5 + 10;
    // above the small bars only the large ones are seen: three of four against one of four
    double y = HEIGHT - 40 - 0.5 * (HEIGHT - 76);
    int orange = Colours.mix(theme.ground(), 0xffe69f00, 0.62);
    int blue = Colours.mix(theme.subtle(), 0xff0072b2, 0.62);
    assertNear(orange, rgb(image, low, y));
    assertNear(blue, rgb(image, high, y));
    BufferedImage all =
        FigurePaintTest.paint(figure.withThreshold(Double.NEGATIVE_INFINITY), WIDTH, HEIGHT, theme);
    assertNear(Colours.mix(theme.subtle(), 0xffe69f00, 0.3), rgb(all, low, y));
    BufferedImage nobody = FigurePaintTest.paint(figure.withThreshold(9), WIDTH, HEIGHT, theme);
    assertNear(Colours.mix(theme.ground(), 0xff0072b2, 0.3), rgb(nobody, high, y));
  }

  @Test
  void aTinyThresholdIsNotWrittenAsNought() {
    ScoreBins bins = ScoreBins.of(Roc.of(new double[] {-0.0003, -0.1}, new double[] {-12, -3}));
    ScoreHistogram figure = new ScoreHistogram(bins, 0, "minus the loss", true);
    assertEquals("0.00", figure.handle().text());
    assertEquals("−0.00034", figure.withThreshold(-0.000341).handle().text());
    assertEquals("−0.004", figure.withThreshold(-0.004).handle().text());
    assertEquals("−0.26", figure.withThreshold(-0.2567).handle().text());
    assertEquals("∞", figure.withThreshold(Double.POSITIVE_INFINITY).handle().text());
  }

  private static void assertNear(int expected, int actual) {
    for (int shift = 0; shift <= 16; shift += 8) {
      assertEquals(
          expected >> shift & 255,
          actual >> shift & 255,
          2,
          Integer.toHexString(expected) + " " + Integer.toHexString(actual));
    }
  }

  @Test
  void aDragCountsNothingAnewAndFindsItsWayBack() {
    ScoreHistogram figure = new ScoreHistogram(ScoreBins.of(normal(500)), 1, "score", true);
    assertSame(figure.bins(), figure.withThreshold(0.3).bins());
    double x = figure.placeOf(0.75, WIDTH, FigureTheme.LIGHT);
    assertEquals(0.75, figure.scoreAt(x, WIDTH, FigureTheme.LIGHT), 1e-9);
    assertEquals(
        figure.bins().indexOf(0.75), figure.binAt(x + 0.01, 200, WIDTH, HEIGHT, FigureTheme.LIGHT));
    assertEquals(-1, figure.binAt(x, 5, WIDTH, HEIGHT, FigureTheme.LIGHT), "the handle");
    assertNotEquals(figure.description(), figure.withThreshold(3).description());
    assertTrue(figure.description().contains("500 members"), figure.description());
    assertEquals(figure.bins().size(), figure.toTable().rows().size());
  }
}
