package epsilonlab.ui.attack;

import epsilonlab.attack.Norm;
import epsilonlab.settings.CommonSettings;
import epsilonlab.settings.Setting;
import epsilonlab.ui.component.SliderScale;
import java.util.List;

/** What the tab offers for each norm: the slider, its memory, where curves are measured. */
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

  /** Where the slider's value is remembered. */
  static Setting<Double> setting(Norm norm) {
    return switch (norm) {
      case LINF -> CommonSettings.EPSILON;
      case L2 -> CommonSettings.LENGTH;
      case L0 -> CommonSettings.PIXELS;
    };
  }
}
