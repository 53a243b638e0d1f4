package epsilonlab.ui.robustness;

import epsilonlab.defence.Defences;
import epsilonlab.defence.GalleryJob;
import epsilonlab.settings.Setting;

/** What the panels remember. */
final class RobustnessSettings {
  static final Setting<String> DEFENCE =
      Setting.of("robustness.defence", String.class, Defences.ALL.get(0).id());
  static final Setting<String> GALLERY_EPSILON =
      Setting.of("robustness.gallery-epsilon", String.class, text(GalleryJob.EPSILON));
  static final Setting<String> GALLERY_COUNT =
      Setting.of("robustness.gallery-count", String.class, "100");
  static final Setting<String> BOUNDS_EPSILONS =
      Setting.of("robustness.bounds-epsilons", String.class, "0, 0.01, 0.02, 0.05, 0.1, 0.2");
  static final Setting<String> BOUNDS_COUNT =
      Setting.of("robustness.bounds-count", String.class, "100");
  static final Setting<String> SIGMA = Setting.of("robustness.sigma", String.class, "0.25");
  static final Setting<String> SAMPLES = Setting.of("robustness.samples", String.class, "1000");
  static final Setting<String> TRANSFER_ATTACK =
      Setting.of("robustness.transfer-attack", String.class, "pgd");
  static final Setting<String> TRANSFER_EPSILON =
      Setting.of("robustness.transfer-epsilon", String.class, "0.2");
  static final Setting<String> TRANSFER_COUNT =
      Setting.of("robustness.transfer-count", String.class, "200");

  private RobustnessSettings() {}

  private static String text(double value) {
    return String.valueOf(value);
  }
}
