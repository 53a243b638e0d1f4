package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.settings.Setting;

/** What the part remembers, besides what is typed. */
final class LogisticSettings {
  private LogisticSettings() {}

  /** The data set that is secret. */
  static final Setting<String> DATASET =
      Setting.of("privacy.logistic.dataset", String.class, "fashion-mnist");

  /** The page of the part that was in view last. */
  static final Setting<String> PAGE = Setting.of("privacy.logistic.page", String.class, "gap");

  /** How the overview attacks; without shadow models. */
  static final Setting<MembershipAttack> ATTACK =
      Setting.of("privacy.logistic.attack", MembershipAttack.class, MembershipAttack.CORRECT)
          .where(attack -> !attack.needsShadows());
}
