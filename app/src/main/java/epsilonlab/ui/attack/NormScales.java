package epsilonlab.ui.attack;

import epsilonlab.attack.Norm;
import epsilonlab.ui.component.SliderScale;
import java.util.List;

/** What the tab offers for each norm: the slider, where curves are measured, the first epsilon. */
final class NormScales {
  private NormScales() {}

  static SliderScale slider(Norm norm) {
    return switch (norm) {
      case LINF -> SliderScale.LARGEST_CHANGE;
      case L2 -> SliderScale.LENGTH;
      case L0 -> SliderScale.PIXELS;
    };
  }

  /** Where curves are measured; they end where the slider ends. */
  static List<Double> curve(Norm norm) {
    return slider(norm).ticks();
  }

  /** What the slider shows before anybody moves it. */
  static double first(Norm norm) {
    return switch (norm) {
      case LINF -> 0.2;
      case L2 -> 2;
      case L0 -> 20;
    };
  }
}
