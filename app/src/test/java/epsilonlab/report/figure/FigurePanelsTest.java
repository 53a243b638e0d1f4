package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.report.figure.FigurePanels.Panel;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several figures as one, and the two that reports need besides: formulas and pictures. */
class FigurePanelsTest {
  private static final FigureTheme THEME = FigureTheme.LIGHT;
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;
  // of FigureExport: its margin, and its pixels a logical pixel
  private static final int MARGIN = 12;
  private static final int SCALE = 2;

  private static Panel square(String title, int argb) {
    int[] pixels = new int[100];
    java.util.Arrays.fill(pixels, argb);
    return new Panel(title, new PixelPicture(10, 10, pixels, "a square"));
  }

  private static BufferedImage painted(Figure figure, double width) {
    return FigureExport.image(figure, width, figure.preferredHeight(width, THEME), THEME);
  }

  private static int at(BufferedImage image, double x, double y) {
    return image.getRGB((int) ((x + MARGIN) * SCALE), (int) ((y + MARGIN) * SCALE));
  }

  @Test
  void panelsStandSideBySideAndThenBelow() {
    FigurePanels panels =
        new FigurePanels(
            List.of(square("", RED), square("", BLUE), square("", RED), square("", BLUE)), 2);
    // two columns of 42 with 16 between, two rows of 10 with 16 between
    assertEquals(36, panels.preferredHeight(100, THEME));
    BufferedImage image = painted(panels, 100);
    for (double y : new double[] {5, 31}) {
      assertEquals(RED, at(image, 5, y));
      assertEquals(BLUE, at(image, 63, y));
      assertEquals(THEME.ground(), at(image, 30, y));
    }
    assertEquals(THEME.ground(), at(image, 5, 18));
  }

  @Test
  void aTitleTakesItsLine() {
    FigurePanels panels = new FigurePanels(List.of(square("Epoch 10", RED)), 3);
    double top = panels.preferredHeight(100, THEME) - 10;
    assertTrue(top > 15 && top < 40);
    assertEquals(RED, at(painted(panels, 100), 5, top + 5));
    assertEquals("Epoch 10: a square", panels.description());
    assertTrue(panels.toTable().rows().contains(List.of("Epoch 10", 1, "width", 10)));
    assertEquals(2, panels.toTable().rows().size());
    assertFalse(panels.showsDigits());
  }

  @Test
  void onePanelGetsTheWholeWidthAndNoneIsRefused() {
    FigurePanels panels = new FigurePanels(List.of(square("", RED)), 3);
    assertEquals(10, panels.preferredHeight(100, THEME));
    assertThrows(IllegalArgumentException.class, () -> new FigurePanels(List.of(), 2));
    assertThrows(
        IllegalArgumentException.class, () -> new FigurePanels(List.of(square("", RED)), 0));
  }

  @Test
  void aPictureIsMadeSmallerButNeverLarger() {
    PixelPicture picture = PixelPicture.ofRgb(2, 1, new byte[] {(byte) 255, 0, 0, 0, 0, -1}, "two");
    assertEquals(RED, picture.argb()[0]);
    assertEquals(BLUE, picture.argb()[1]);
    assertEquals(1, picture.preferredHeight(50, THEME));
    assertEquals(0.5, picture.preferredHeight(1, THEME));
    assertThrows(
        IllegalArgumentException.class, () -> new PixelPicture(3, 3, new int[8], "too few"));
  }

  @Test
  void formulasStandBelowEachOtherAndFit() {
    FormulaFigure one = new FormulaFigure(List.of("a=b"));
    FormulaFigure two = new FormulaFigure(List.of("a=b", "a=b"));
    double line = one.preferredHeight(400, THEME);
    assertEquals(2 * line + 10, two.preferredHeight(400, THEME), 1e-9);
    BufferedImage image = painted(two, 400);
    assertTrue(hasInk(image, 0, line));
    assertTrue(hasInk(image, line + 10, 2 * line + 10));
    FormulaFigure wide = new FormulaFigure(List.of("a+b+c+d+e+f+g+h+i+j+k+l+m+n+o=0"));
    assertTrue(wide.preferredHeight(60, THEME) < wide.preferredHeight(600, THEME));
    BufferedImage narrow = painted(wide, 60);
    for (int y = 0; y < narrow.getHeight(); y++) {
      assertEquals(THEME.ground(), narrow.getRGB(narrow.getWidth() - MARGIN * SCALE, y));
    }
    assertEquals("a=b; a=b", two.description());
    assertThrows(IllegalArgumentException.class, () -> new FormulaFigure(List.of()));
  }

  private static boolean hasInk(BufferedImage image, double from, double to) {
    for (double y = from; y < to; y += 0.5) {
      for (double x = 0; x < 100; x += 0.5) {
        if (at(image, x, y) != THEME.ground()) {
          return true;
        }
      }
    }
    return false;
  }
}
