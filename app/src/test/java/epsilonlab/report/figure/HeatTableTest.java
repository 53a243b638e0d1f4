package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.report.figure.HeatTable.Cell;
import epsilonlab.report.figure.HeatTable.Row;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatTableTest {
  private static final int WIDTH = 328;

  private static HeatTable table(boolean warning) {
    return new HeatTable(
        "Right answers in percent",
        "Trained",
        List.of("Clean", "PGD"),
        List.of(
            new Row("Standard", SeriesColours.SMALL_CNN, List.of(Cell.of(1), Cell.of(0))),
            new Row(
                "FGSM", SeriesColours.FGSM_TRAINED, List.of(Cell.of(0.5), new Cell(0, warning)))));
  }

  private static BufferedImage paint(HeatTable table, FigureTheme theme) {
    int height = (int) table.preferredHeight(WIDTH, theme);
    return FigurePaintTest.paint(table, WIDTH, height, theme);
  }

  /** The colour in the upper left of a cell; the cells end at the right edge. */
  private static int cell(BufferedImage image, int row, int column) {
    int x = WIDTH - (2 - column) * 90 + 30;
    return image.getRGB(x, 24 + row * 62 + 6) & 0xffffff;
  }

  private static long count(BufferedImage image, int rgb) {
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(all).filter(p -> (p & 0xffffff) == rgb).count();
  }

  @Test
  void cellsAreOneHueFrom8To95Percent() {
    assertEquals(24 + 58 + 4 + 58, table(false).preferredHeight(WIDTH, FigureTheme.LIGHT));
    BufferedImage light = paint(table(false), FigureTheme.LIGHT);
    // #0072B2 on white at 95 %, 51.5 % and 8 %, worked out by hand
    assertEquals(0x0d79b6, cell(light, 0, 0));
    assertEquals(0x7cb6d7, cell(light, 1, 0));
    assertEquals(0xebf4f9, cell(light, 0, 1));
    BufferedImage dark = paint(table(false), FigureTheme.DARK);
    // #1A86CC on #0D1117 at 95 % and 8 %
    assertEquals(0x1980c3, cell(dark, 0, 0));
    assertEquals(0x0e1a25, cell(dark, 0, 1));
  }

  @Test
  void numbersStandOutAndRowsCarryTheirColour() {
    BufferedImage light = paint(table(false), FigureTheme.LIGHT);
    assertTrue(count(light.getSubimage(100, 24, 90, 58), 0xffffff) > 20, "white on deep blue");
    assertTrue(count(light.getSubimage(240, 24, 88, 58), 0x24292f) > 20, "ink on pale blue");
    assertTrue(count(light.getSubimage(0, 24, 12, 58), 0x009e73) > 40, "the dot of the row");
    BufferedImage dark = paint(table(false), FigureTheme.DARK);
    assertTrue(count(dark.getSubimage(240, 24, 88, 58), 0xffffff) > 20, "white on dark");
  }

  @Test
  void aWarningIsASignInDanger() {
    assertEquals(0, count(paint(table(false), FigureTheme.LIGHT), 0xcf222e));
    assertTrue(count(paint(table(true), FigureTheme.LIGHT), 0xcf222e) > 5);
    assertTrue(count(paint(table(true), FigureTheme.DARK), 0xf85149) > 5);
  }

  @Test
  void whatIsNotKnownYetIsEmpty() {
    HeatTable unknown =
        new HeatTable(
            "t", "", List.of("a"), List.of(new Row("r", null, List.of(Cell.of(0.0 / 0)))));
    BufferedImage image = paint(unknown, FigureTheme.LIGHT);
    assertEquals(0xf6f8fa, image.getRGB(WIDTH - 20, 30) & 0xffffff);
    assertEquals("t. r: a not known.", unknown.description());
    assertEquals(",a\r\nr,\r\n", unknown.toTable().toCsv());
  }

  @Test
  void longNamesAreCutBeforeTheCells() {
    String name = "a very long name of a model ".repeat(6);
    HeatTable wide =
        new HeatTable("t", "", List.of("x"), List.of(new Row(name, null, List.of(Cell.of(0)))));
    BufferedImage image = paint(wide, FigureTheme.LIGHT);
    int left = (int) Math.ceil(0.45 * WIDTH);
    assertEquals(0, count(image.getSubimage(left - 6, 24, 6, 58), 0x24292f));
    assertEquals(0xebf4f9, image.getRGB(left + 4, 30) & 0xffffff);
  }

  @Test
  void wordsAndNumbersSayTheSame() {
    assertEquals(
        "Right answers in percent. Standard: Clean 100 %, PGD 0 %."
            + " FGSM: Clean 50.0 %, PGD 0 % (warning).",
        table(true).description());
    assertEquals(
        "Trained,Clean,PGD\r\nStandard,1,0\r\nFGSM,0.5,0\r\n", table(true).toTable().toCsv());
    List<Row> torn = List.of(new Row("a", null, List.of(Cell.of(0))));
    List<String> two = List.of("x", "y");
    assertThrows(IllegalArgumentException.class, () -> new HeatTable("t", "", two, torn));
  }
}
