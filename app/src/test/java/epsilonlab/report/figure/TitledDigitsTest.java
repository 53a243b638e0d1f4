package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TitledDigitsTest {
  private static BufferedImage picture(String title) {
    float[] values = new float[3 * 784];
    Arrays.fill(values, 784, 2 * 784, 0.5f);
    Arrays.fill(values, 2 * 784, 3 * 784, 1);
    TitledDigits titled = new TitledDigits(title, new DigitGrid(values, 2, 4, 2, "Samples"));
    assertEquals(24 + 60, titled.preferredHeight(60, FigureTheme.LIGHT));
    assertTrue(titled.description().startsWith(title));
    return FigureExport.image(titled, 60, 84, FigureTheme.LIGHT);
  }

  @Test
  void digitsStandBelowTheLineAndTheChosenOneIsFramed() {
    BufferedImage picture = picture("epoch 3");
    // a margin of 12, two pixels a logical one
    int across = 2 * (12 + 14);
    int down = across + 2 * 24;
    assertEquals(0xffffffff, picture.getRGB(across, down));
    assertEquals(0xff7f7f7f, picture.getRGB(across + 64, down));
    assertEquals(0xff000000, picture.getRGB(across, down + 64));
    assertEquals(FigureTheme.LIGHT.accent(), picture.getRGB(2 * 12 + 2, down + 64));
  }

  @Test
  void theLineSaysWhichEpochItIs() {
    int[] three = picture("epoch 3").getRGB(0, 0, 168, 2 * (12 + 22), null, 0, 168);
    int[] four = picture("epoch 4").getRGB(0, 0, 168, 2 * (12 + 22), null, 0, 168);
    assertNotEquals(Arrays.hashCode(three), Arrays.hashCode(four));
  }
}
