package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FormulaImageTest {
  private static final String FORMULA = "\\frac{\\|\\mathbf{w}\\|_2}{\\varepsilon}";

  @Test
  void isDrawnInTheInkOfTheThemeOnNothing() {
    for (FigureTheme theme : new FigureTheme[] {FigureTheme.LIGHT, FigureTheme.DARK}) {
      FormulaImage image = FormulaImage.of(FORMULA, 30, theme.ink());
      assertEquals(image.width() * image.height(), image.argb().length);
      assertTrue(Arrays.stream(image.argb()).anyMatch(pixel -> pixel == theme.ink()));
      assertEquals(0, image.argb()[0] >>> 24, "the corner is empty");
      // every pixel that is mostly covered has the ink's colour
      for (int pixel : image.argb()) {
        if (pixel >>> 24 > 200) {
          assertEquals(theme.ink() & 0xff, pixel & 0xff, 4);
          assertEquals(theme.ink() >> 16 & 0xff, pixel >> 16 & 0xff, 4);
        }
      }
    }
  }

  @Test
  void twiceTheSizeIsTwiceAsLarge() {
    FormulaImage small = FormulaImage.of(FORMULA, 20, FigureTheme.LIGHT.ink());
    FormulaImage large = FormulaImage.of(FORMULA, 40, FigureTheme.LIGHT.ink());
    assertEquals(2.0, (double) large.width() / small.width(), 0.1);
    assertEquals(2.0, (double) large.height() / small.height(), 0.1);
  }

  @Test
  void theBaseLineIsWhereLettersStand() {
    FormulaImage flat = FormulaImage.of("x", 40, FigureTheme.LIGHT.ink());
    // no ink hangs below it, and its last row of ink is next to it
    int lowest = 0;
    for (int i = 0; i < flat.argb().length; i++) {
      if (flat.argb()[i] >>> 24 > 128) {
        lowest = i / flat.width();
      }
    }
    assertEquals(flat.baseline(), lowest + 1, 2);
  }

  @Test
  void whatIsNoFormulaIsSaid() {
    var failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> FormulaImage.of("\\nosuchsign{1}", 20, FigureTheme.LIGHT.ink()));
    assertTrue(failure.getMessage().contains("\\nosuchsign{1}"));
  }
}
