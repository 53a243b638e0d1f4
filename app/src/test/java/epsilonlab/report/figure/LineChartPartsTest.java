package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** What a chart of several trainings needs beyond plain lines. */
class LineChartPartsTest {
  private static final double[] X = {0, 1, 2, 3};
  private static final int WIDTH = 680;
  private static final int HEIGHT = 292;
  // 43 pixels below the plot for the axis, 10 above, 40 at the left, 120 at the right
  private static final int BOTTOM = HEIGHT - 43;

  private static Series flat(double value, SeriesColours colour) {
    return new Series("at " + value, X, new double[] {value, value, value, value}, colour)
        .withWidth(3);
  }

  private static LineChart.Builder chart() {
    return LineChart.builder()
        .x(Axis.epochs(3))
        .y(Axis.percent(0, 1))
        .legend(LineChart.Legend.NONE)
        .margin(120);
  }

  private static BufferedImage paint(LineChart chart) {
    return FigurePaintTest.paint(chart, WIDTH, HEIGHT, FigureTheme.LIGHT);
  }

  /** The rows in which a colour stands in the middle of the chart. */
  private static int[] rows(BufferedImage image, int rgb) {
    return java.util.stream.IntStream.range(0, HEIGHT)
        .filter(y -> (image.getRGB(300, y) & 0xffffff) == rgb)
        .toArray();
  }

  @Test
  void linesThatCoincideAreDrawnApart() {
    LineChart hidden =
        chart().add(flat(0, SeriesColours.SMALL_CNN)).add(flat(0, SeriesColours.LENET)).build();
    assertEquals(0, rows(paint(hidden), 0x009e73).length, "the later line covers the earlier");
    LineChart both =
        chart()
            .apart(3)
            .add(flat(0, SeriesColours.SMALL_CNN))
            .add(flat(0, SeriesColours.LENET))
            .add(flat(1, SeriesColours.FGSM_TRAINED))
            .add(flat(1, SeriesColours.PGD_TRAINED))
            .build();
    BufferedImage image = paint(both);
    int[] first = rows(image, 0x009e73);
    int[] second = rows(image, 0x0072b2);
    assertTrue(first.length >= 2 && second.length >= 2);
    assertEquals(3, first[first.length - 1] - second[second.length - 1]);
    // at the upper end they go inwards as well
    int[] upper = rows(image, 0xd55e00);
    int[] lower = rows(image, 0xcc79a7);
    assertEquals(3, lower[0] - upper[0]);
    LineChart other =
        chart()
            .apart(3)
            .add(flat(0.5, SeriesColours.SMALL_CNN))
            .add(flat(0.5, SeriesColours.LENET).withStyle(LineStyle.DOTTED))
            .build();
    BufferedImage styles = paint(other);
    assertTrue(rows(styles, 0x009e73).length + rows(styles, 0x0072b2).length <= 4, "same place");
  }

  @Test
  void anEndLabelStandsBesideItsDotInTheMargin() {
    BufferedImage without = paint(chart().add(flat(0.5, SeriesColours.PGD_TRAINED)).build());
    BufferedImage with =
        paint(chart().add(flat(0.5, SeriesColours.PGD_TRAINED).withEndLabel("PGD 50 %")).build());
    int middle = (10 + BOTTOM) / 2;
    int end = WIDTH - 120;
    assertEquals(0xcc79a7, with.getRGB(end + 3, middle) & 0xffffff, "the dot reaches beyond");
    assertEquals(0xffffff, without.getRGB(end + 3, middle) & 0xffffff);
    boolean ink = false;
    for (int x = end + 10; x < WIDTH; x++) {
      ink |= (with.getRGB(x, middle) & 0xff) < 0x60;
      assertEquals(0xffffff, without.getRGB(x, middle) & 0xffffff);
    }
    assertTrue(ink, "the text");
  }

  @Test
  void aWarningIsADottedLineAtItsPlace() {
    LineChart chart = chart().warning(1).add(flat(0.5, SeriesColours.PGD_TRAINED)).build();
    BufferedImage image = paint(chart);
    int at = tickOfEpoch1(image);
    int found = 0;
    for (int y = 20; y < BOTTOM - 5; y++) {
      for (int x = at - 2; x <= at + 2; x++) {
        int rgb = image.getRGB(x, y) & 0xffffff;
        // yellowish: much less blue than red
        found += (rgb >> 16) - (rgb & 0xff) > 0x60 ? 1 : 0;
      }
    }
    assertTrue(found > 40, "dots: " + found);
    assertNotEquals(chart().build().warnings, chart.warnings);
  }

  /** Below the base line stand the ticks of epochs 0 to 3, after whatever the y axis says. */
  private static int tickOfEpoch1(BufferedImage image) {
    int[] dark =
        java.util.stream.IntStream.range(0, WIDTH)
            .filter(x -> (image.getRGB(x, BOTTOM + 3) & 0xffffff) != 0xffffff)
            .filter(x -> (image.getRGB(x - 1, BOTTOM + 3) & 0xffffff) == 0xffffff)
            .toArray();
    return dark[dark.length - 3];
  }

  @Test
  void epochsHaveWholeTicks() {
    assertEquals(7, Axis.epochs(6).ticks(100).length);
    assertEquals(4, Axis.epochs(15).ticks(100)[2]);
    assertEquals(10, Axis.epochs(60).ticks(100)[1]);
  }
}
