package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitComparisonTest {
  private static DigitComparison of(int networks) {
    List<DigitComparison.Column> columns = new ArrayList<>();
    for (int i = 0; i < networks; i++) {
      float[] ink = new float[DigitPixels.COUNT];
      Arrays.fill(ink, 1);
      float[] change = new float[DigitPixels.COUNT];
      Arrays.fill(change, 0.2f);
      boolean fooled = i == 0;
      columns.add(
          new DigitComparison.Column(
              "n" + i, SeriesColours.LENET, ink, change, fooled ? "0 → 2" : "0", "99 %", fooled));
    }
    return new DigitComparison(columns, 0.2);
  }

  private static long count(DigitComparison figure, int height, int rgb) {
    BufferedImage image = FigurePaintTest.paint(figure, 312, height, FigureTheme.LIGHT);
    int[] all = image.getRGB(0, 0, 312, height, null, 0, 312);
    return Arrays.stream(all).filter(p -> (p & 0xffffff) == rgb).count();
  }

  @Test
  void digitsAreThreeTimesTheirSizeWhereThreeNetworksFit() {
    DigitComparison three = of(3);
    int height = (int) three.preferredHeight(312, FigureTheme.LIGHT);
    assertTrue(height <= 248, "the room that the tab has: " + height);
    assertEquals(3 * 84 * 84, count(three, height, 0x000000), 40, "ink, 1 everywhere");
    assertEquals(3 * 84 * 84, count(three, height, 0xb2182b), "the largest change");
    // a frame of 3 pixels around the one digit that fools its network
    assertTrue(count(three, height, 0xcf222e) >= 4 * 3 * 84);
  }

  @Test
  void manyNetworksGoOnInASecondLineWithoutTheChange() {
    DigitComparison six = of(6);
    assertEquals(6 * 56 * 56, count(six, 250, 0x000000), 80);
    assertEquals(0, count(six, 250, 0xb2182b));
  }

  @Test
  void saysWhatItShows() {
    assertTrue(of(2).description().contains("n0: 0 → 2, 99 %, fooled."));
    assertEquals(List.of("n1", "0", "99 %", "right"), of(2).toTable().rows().get(1));
  }
}
