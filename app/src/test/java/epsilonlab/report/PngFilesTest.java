package epsilonlab.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFilesTest {
  private static BufferedImage read(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int grey(BufferedImage image, int x, int y) {
    return image.getRaster().getSample(x, y, 0);
  }

  @Test
  void everyGreyValueIsStoredAsItIs() throws Exception {
    float[] pixels = new float[784];
    for (int i = 0; i < 256; i++) {
      pixels[i] = i / 255f;
    }
    pixels[256] = -3;
    pixels[257] = 3;
    byte[] png = PngFiles.digit(pixels, 1, PngFiles.Ink.LIGHT_ON_DARK);
    BufferedImage light = read(png);
    BufferedImage dark = read(PngFiles.digit(pixels, 1, PngFiles.Ink.DARK_ON_LIGHT));
    assertEquals(28, light.getWidth());
    assertEquals(28, light.getHeight());
    for (int i = 0; i < 258; i++) {
      int expected = i < 256 ? i : i == 256 ? 0 : 255;
      assertEquals(expected, grey(light, i % 28, i / 28));
      assertEquals(255 - expected, grey(dark, i % 28, i / 28));
    }
    assertArrayEquals(png, PngFiles.digit(pixels, 1, PngFiles.Ink.LIGHT_ON_DARK));
  }

  @Test
  void aGridPutsEveryImageInItsPlaceWithSharpEdges() throws Exception {
    float[] white = new float[784];
    java.util.Arrays.fill(white, 1);
    float[] corner = new float[784];
    corner[27] = 1;
    BufferedImage grid =
        read(PngFiles.grid(List.of(white, corner, white), 2, 4, 3, PngFiles.Ink.LIGHT_ON_DARK));
    assertEquals(2 * 84 + 4, grid.getWidth());
    assertEquals(2 * 84 + 4, grid.getHeight());
    for (int y = 0; y < grid.getHeight(); y++) {
      for (int x = 0; x < grid.getWidth(); x++) {
        boolean first = x < 84 && y < 84;
        boolean second = x >= 88 + 81 && y < 3;
        boolean third = x < 84 && y >= 88;
        assertEquals(first || second || third ? 255 : 0, grey(grid, x, y), x + "," + y);
      }
    }
  }

  @Test
  void theDivergingScaleHasItsThreeColours() throws Exception {
    float[] difference = new float[784];
    difference[0] = -0.2f;
    difference[1] = 0.2f;
    difference[2] = 0.1f;
    difference[3] = 9;
    BufferedImage image = read(PngFiles.perturbation(difference, 0.2f, 2));
    assertEquals(0xff2166ac, image.getRGB(0, 0));
    assertEquals(0xff2166ac, image.getRGB(1, 1));
    assertEquals(0xffb2182b, image.getRGB(2, 0));
    assertEquals(0xffd98c95, image.getRGB(4, 0));
    assertEquals(0xffb2182b, image.getRGB(6, 0));
    assertEquals(0xffffffff, image.getRGB(55, 55));
    assertEquals(0xffffffff, read(PngFiles.perturbation(new float[784], 0, 1)).getRGB(3, 3));
  }

  @Test
  void whatIsNoImageIsRefused() {
    for (Runnable bad :
        new Runnable[] {
          () -> PngFiles.digit(new float[783], 1, PngFiles.Ink.LIGHT_ON_DARK),
          () -> PngFiles.digit(new float[784], 0, PngFiles.Ink.LIGHT_ON_DARK),
          () -> PngFiles.perturbation(new float[784], Double.NaN, 1),
          () -> PngFiles.grid(List.of(), 1, 0, 1, PngFiles.Ink.LIGHT_ON_DARK)
        }) {
      assertThrows(IllegalArgumentException.class, bad::run);
    }
  }
}
