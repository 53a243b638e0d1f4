package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import epsilonlab.report.figure.AccuracyBars.Bar;
import epsilonlab.report.figure.AccuracyBars.Tone;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyBarsTest {
  private static AccuracyBars bars(double last, double guess) {
    return new AccuracyBars(
        "Right", List.of(new Bar("before", 1, Tone.GOOD), new Bar("after", last, Tone.BAD)), guess);
  }

  private static int count(AccuracyBars bars, int argb) {
    BufferedImage image = FigureExport.image(bars, 500, 120, FigureTheme.LIGHT);
    int found = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        found += (image.getRGB(x, y) & 0xffffff) == (argb & 0xffffff) ? 1 : 0;
      }
    }
    return found;
  }

  @Test
  void aBarIsAsLongAsItsShare() {
    double whole = count(bars(0.25, Double.NaN), FigureTheme.LIGHT.success());
    double quarter = count(bars(0.25, Double.NaN), FigureTheme.LIGHT.danger());
    // rounded corners and whole pixels
    assertEquals(0.25, quarter / whole, 0.02);
    assertEquals(0, count(bars(Double.NaN, Double.NaN), FigureTheme.LIGHT.danger()));
  }

  @Test
  void tellsItsNumbersAndTheGuess() {
    assertEquals("Right: before 100 %, after 25.0 %.", bars(0.25, Double.NaN).description());
    assertEquals(
        "Right: before 100 %, after not known yet, guessed 50.0 %.",
        bars(Double.NaN, 0.5).description());
    assertNull(bars(Double.NaN, 0.5).toTable().rows().get(1).get(1));
    assertEquals(List.of("guess", 0.5), bars(Double.NaN, 0.5).toTable().rows().get(2));
  }
}
