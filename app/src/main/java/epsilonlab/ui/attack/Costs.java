package epsilonlab.ui.attack;

import epsilonlab.attack.AttackPlan;

/** How much work an attack is, so that the slider is not followed by what takes too long. */
final class Costs {
  /** An attack that answers while the slider moves even for the strip of samples. */
  static final double QUICK = 10;

  /** More passes an image than this are made for few digits only, unless somebody asks. */
  static final double UNASKED = 200;

  /** More passes an image than this are not made for many digits at all unless somebody asks. */
  static final double NEVER_UNASKED = 5000;

  private Costs() {}

  /**
   * Whether an answer for an epsilon that the slider has left is not worth waiting for. Where it
   * comes soon it is: else none would come while the slider moves. And what an attack for the
   * smallest change has begun serves the next epsilon too.
   */
  static boolean isSuperseded(AttackPlan plan) {
    return of(plan) > UNASKED && !plan.attack().isMinimumNorm();
  }

  /** About how many times an image goes through the network. */
  static double of(AttackPlan plan) {
    return plan.attack().passes(plan.settings());
  }
}
