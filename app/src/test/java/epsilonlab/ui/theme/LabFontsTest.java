package epsilonlab.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class LabFontsTest {
  @BeforeAll
  static void load() throws Exception {
    FxToolkit.registerPrimaryStage();
    LabFonts.load();
  }

  private static double width(Font font, String words) {
    Text text = new Text(words);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }

  @Test
  void digitsOfEachWeightHaveOneWidth() {
    for (Font font : weights()) {
      double widest = width(font, "0000000000");
      for (char digit = '1'; digit <= '9'; digit++) {
        assertEquals(
            widest, width(font, String.valueOf(digit).repeat(10)), 0.01, font + " " + digit);
      }
    }
  }

  @Test
  void theThreeWeightsDiffer() {
    Font[] weights = weights();
    assertEquals("Lab Sans", weights[0].getName().replace(" Regular", ""));
    assertTrue(weights[1].getName().startsWith("Lab Sans SemiBold"), weights[1].getName());
    assertEquals("Lab Sans Bold", weights[2].getName());
    double[] widths = new double[3];
    for (int i = 0; i < 3; i++) {
      widths[i] = width(weights[i], "Accuracy against epsilon");
    }
    assertTrue(widths[0] < widths[1] && widths[1] < widths[2]);
  }

  @Test
  void theMathsFontIsThere() {
    assertEquals("Lab Math", Font.font(LabFonts.MATH, FontPosture.ITALIC, 40).getFamily());
  }

  private static Font[] weights() {
    return new Font[] {
      Font.font(LabFonts.SANS, 40),
      Font.font(LabFonts.SANS_SEMIBOLD, 40),
      Font.font(LabFonts.SANS, FontWeight.BOLD, 40)
    };
  }
}
