package epsilonlab.ui.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SliderScaleTest {
  @Test
  void stepsLeadToNumbersAsTheyAreTyped() {
    double epsilon = 0;
    for (int i = 1; i <= 50; i++) {
      epsilon = SliderScale.LARGEST_CHANGE.moved(epsilon, 1);
      assertEquals(Double.parseDouble(i < 10 ? "0.0" + i : "0." + i), epsilon);
    }
    assertEquals(0.3, SliderScale.LENGTH.moved(0.2, 1));
    assertEquals(12, SliderScale.PIXELS.moved(11.4, 1));
  }

  @Test
  void roundsToWhatADragReaches() {
    assertEquals(4, SliderScale.PIXELS.rounded(3.7));
    assertEquals(0.123, SliderScale.LARGEST_CHANGE.rounded(0.1234));
    assertEquals(3.15, SliderScale.LENGTH.rounded(3.1499));
    assertEquals(0.5, SliderScale.LARGEST_CHANGE.rounded(0.7));
  }
}
