package epsilonlab.ui.attack;

import epsilonlab.evaluation.AttackedImage;
import org.kordamp.ikonli.feather.Feather;

/** Fooled or not, with its icon and the style classes of its colour. */
enum Verdict {
  WRONG_BEFORE("Wrong without an attack", "warning", Feather.ALERT_TRIANGLE),
  FOOLED("Fooled", "danger", Feather.ALERT_TRIANGLE),
  OTHER_CLASS("Wrong, but not the target", "warning", Feather.ALERT_TRIANGLE),
  NOT_FOOLED("Not fooled", "success", Feather.CHECK);

  private final String title;
  private final String tone;
  private final Feather icon;

  Verdict(String title, String tone, Feather icon) {
    this.title = title;
    this.tone = tone;
    this.icon = icon;
  }

  static Verdict of(AttackedImage image) {
    if (image.answerBefore() != image.label()) {
      return WRONG_BEFORE;
    }
    if (image.success()) {
      return FOOLED;
    }
    return image.answerAfter() != image.label() ? OTHER_CLASS : NOT_FOOLED;
  }

  String title() {
    return title;
  }

  /** "warning", "danger" or "success". */
  String tone() {
    return tone;
  }

  Feather icon() {
    return icon;
  }
}
