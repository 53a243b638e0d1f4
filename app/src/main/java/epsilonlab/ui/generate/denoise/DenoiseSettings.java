package epsilonlab.ui.generate.denoise;

import com.google.gson.reflect.TypeToken;
import epsilonlab.generative.NoiseKind;
import epsilonlab.settings.Setting;
import java.util.List;

/** What the denoising part remembers, besides what is typed. */
final class DenoiseSettings {
  private DenoiseSettings() {}

  /** Units of the narrowest layer. */
  static final Setting<Integer> NARROWEST =
      Setting.of("denoise.narrowest", Integer.class, 64)
          .where(units -> DenoiseForm.NARROWEST.contains(units));

  /** What spoils the images in training. */
  static final Setting<NoiseKind> KIND =
      Setting.of("denoise.kind", NoiseKind.class, NoiseKind.GAUSSIAN);

  /** The size of the noise that is looked at. */
  static final Setting<Double> NOISE_NOW =
      Setting.of("denoise.noise-now", Double.class, 0.5).where(size -> size >= 0 && size <= 10);

  /** The size of the attack on the defended classifier, in [0, 0.3]. */
  static final Setting<Double> EPSILON =
      Setting.of("denoise.epsilon", Double.class, 0.2).where(size -> size >= 0 && size <= 0.3);

  /** The test digits that the user chose for the grid; empty for those that teach. */
  static final Setting<List<Integer>> DIGITS =
      Setting.generic("denoise.digits", new TypeToken<List<Integer>>() {}, List.of());
}
