package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitSheetTest {
  private static List<float[]> digits(int count) {
    List<float[]> digits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] digit = new float[784];
      Arrays.fill(digit, i / (float) (count - 1));
      digits.add(digit);
    }
    return digits;
  }

  @Test
  void sixteenOfEightyFourAreTheDesignsSquare() {
    DigitSheet grid = DigitSheet.of(digits(16), 4, 3, "Samples");
    assertEquals(348, grid.preferredWidth());
    assertEquals(348, grid.preferredHeight(348, FigureTheme.LIGHT));
    assertEquals("Samples: 16 digits.", grid.description());
  }

  @Test
  void aPointFindsItsDigitAndTheGapsNone() {
    DigitSheet grid = DigitSheet.of(digits(15), 4, 3, "Samples");
    FigureTheme theme = FigureTheme.LIGHT;
    assertEquals(0, grid.imageAt(0, 0, theme));
    assertEquals(-1, grid.imageAt(86, 10, theme));
    assertEquals(5, grid.imageAt(90, 90, theme));
    assertEquals(-1, grid.imageAt(300, 300, theme), "the sixteenth is not there");
    assertEquals(-1, grid.imageAt(-3, 10, theme));
    assertEquals(1, grid.withTitle("epoch 3").imageAt(90, 24, theme));
    assertEquals(-1, grid.withTitle("epoch 3").imageAt(90, 10, theme));
  }

  @Test
  void digitsStandInTheirPlacesAndTheChosenOneIsFramed() {
    DigitSheet grid = DigitSheet.of(digits(3), 2, 1, "Samples").withChosen(2);
    BufferedImage picture =
        FigureExport.image(
            grid, 60, grid.preferredHeight(60, FigureTheme.LIGHT), FigureTheme.LIGHT);
    // a margin of 12, two pixels a logical one
    int half = 2 * (12 + 14);
    assertEquals(0xffffffff, picture.getRGB(half, half));
    assertEquals(0xff7f7f7f, picture.getRGB(half + 64, half));
    assertEquals(0xff000000, picture.getRGB(half, half + 64));
    int edge = 2 * 12 + 2;
    assertEquals(FigureTheme.LIGHT.accent(), picture.getRGB(edge, half + 64));
    assertEquals(784 + 2, grid.toTable().header().size());
    assertEquals(List.<Object>of(1, 0, 1f), grid.toTable().rows().get(2).subList(0, 3));
  }
}
