package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** A plane of 5 x 5 points in a plot of 250 pixels a side, so that 100 pixels are 1. */
class SlicePlotTest {
  private static final int WIDTH = 26 + 250 + 76;
  private static final int HEIGHT = 4 + 250 + 42;

  /** The loss grows along the attack, and the answer changes half-way. */
  private static SlicePlot plane() {
    double[] along = {-0.5, 0, 0.5, 1, 1.5};
    double[] aside = {-1, -0.5, 0, 0.5, 1};
    double[][] loss = new double[5][];
    double[][] margin = new double[5][5];
    for (int i = 0; i < 5; i++) {
      loss[i] = along.clone();
      for (int j = 0; j < 5; j++) {
        margin[i][j] = along[j] - 0.7;
      }
    }
    return new SlicePlot(along, aside, loss, margin, new double[] {0, 1}, new double[] {0, 0}, -1);
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  @Test
  void heatBoundaryAndWayStandWhereTheyShould() {
    SlicePlot plane = plane();
    assertEquals(HEIGHT, plane.preferredHeight(WIDTH, FigureTheme.LIGHT));
    BufferedImage image = FigurePaintTest.paint(plane, WIDTH, HEIGHT, FigureTheme.LIGHT);
    // 90 % and 4 % of #D55E00 on white, worked out by hand
    assertEquals(0xd96e, rgb(image, 26 + 230, 50) >> 8);
    assertEquals(0xfdf9, rgb(image, 26 + 20, 50) >> 8);
    // the first cell begins at -0.75
    int boundary = 26 + (int) (100 * (0.7 + 0.75));
    assertEquals(0x24292f, rgb(image, boundary, 50));
    assertTrue(rgb(image, boundary - 10, 50) != 0x24292f);
    assertEquals(0x0072b2, rgb(image, 26 + 75 + 40, 4 + 125), "the way at 0.4");
  }

  @Test
  void theMarkedStepStandsOut() {
    SlicePlot marked = plane().withMarked(1);
    BufferedImage image = FigurePaintTest.paint(marked, WIDTH, HEIGHT, FigureTheme.LIGHT);
    assertEquals(0x0969da, rgb(image, 26 + 175, 4 + 125));
  }

  @Test
  void tellsItsNumbers() {
    assertEquals(25, plane().toTable().rows().size());
    assertTrue(plane().description().contains("fooled at 40.0 % of its points"));
  }
}
