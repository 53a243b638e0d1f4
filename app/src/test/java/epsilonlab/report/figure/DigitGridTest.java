package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitGridTest {
  @Test
  void sixteenDigitsOf84WithGapsOf4AreASquareOf348() {
    DigitGrid grid = new DigitGrid(new float[16 * 784], 4, 4, 3, "Samples");
    assertEquals(348, DigitGrid.side(4, 3, 4));
    assertEquals(348, grid.preferredHeight(348, FigureTheme.LIGHT));
    assertEquals(348, grid.preferredHeight(400, FigureTheme.LIGHT), "whole steps only");
    assertEquals(0, grid.digitAt(0, 0, 348, 348));
    assertEquals(3, grid.digitAt(347, 83, 348, 348));
    assertEquals(-1, grid.digitAt(85, 10, 348, 348), "between two digits");
    assertEquals(4, grid.digitAt(10, 88, 348, 348));
    assertEquals(15, grid.digitAt(264, 264, 348, 348));
    assertEquals(-1, grid.digitAt(349, 10, 348, 348));
    assertEquals(16, grid.toTable().rows().size());
  }

  @Test
  void aPictureIsWhereItsDigitIs() {
    float[] values = new float[4 * 784];
    // the third of four is all ink
    java.util.Arrays.fill(values, 2 * 784, 3 * 784, 1);
    BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    DigitGrid grid = new DigitGrid(values, 2, 4, -1, "Samples");
    grid.paint(new AwtPen(graphics), 60, 60, FigureTheme.LIGHT);
    graphics.dispose();
    assertEquals(0xff000000, image.getRGB(14, 46), "third, below the first");
    assertEquals(0xffffffff, image.getRGB(14, 14));
    assertEquals(0xffffffff, image.getRGB(46, 46));
  }

  @Test
  void aTimeLineHasElevenFramesAtMostAndItsThumbIsWhereTheMouseIs() {
    assertEquals(List.of(0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50), EpochStrip.epochs(50));
    assertEquals(List.of(0, 1, 2, 3), EpochStrip.epochs(3));
    assertEquals(List.of(0, 1), EpochStrip.epochs(1));
    assertEquals(List.of(0, 4, 8, 12, 16, 20, 24, 28, 32, 36), EpochStrip.epochs(38));
    assertEquals(11, EpochStrip.epochs(10).size());
    assertEquals(11, EpochStrip.epochs(2000).size());
    List<EpochStrip.Frame> frames =
        EpochStrip.epochs(50).stream()
            .map(epoch -> new EpochStrip.Frame(epoch, epoch > 38 ? null : new float[784]))
            .toList();
    EpochStrip strip = new EpochStrip(frames, 50, 38, 38, false);
    assertEquals(0, strip.epochAt(0, 680, FigureTheme.LIGHT));
    assertEquals(0, strip.epochAt(29, 680, FigureTheme.LIGHT), "middle of the first frame");
    assertEquals(25, strip.epochAt(340, 680, FigureTheme.LIGHT), 1e-9);
    assertEquals(50, strip.epochAt(680, 680, FigureTheme.LIGHT));
    assertEquals(8, strip.toTable().rows().size(), "what is trained");
    assertNull(strip.frames().get(8).image());
  }
}
