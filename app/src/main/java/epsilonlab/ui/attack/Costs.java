package epsilonlab.ui.attack;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Parameter;

/** How much work an attack is, so that the slider is not followed by what takes too long. */
final class Costs {
  /** An attack that answers while the slider moves even for the strip of samples. */
  static final double QUICK = 10;

  /** More passes an image than this are made for few digits only, unless somebody asks. */
  static final double UNASKED = 200;

  /** More passes an image than this are not made for many digits at all unless somebody asks. */
  static final double NEVER_UNASKED = 5000;

  private Costs() {}

  /** About how many times an image goes through the network: the product of all that repeats. */
  static double of(AttackPlan plan) {
    double passes = 1;
    for (Parameter parameter : plan.attack().parameters()) {
      if (parameter.kind() == Parameter.Kind.INTEGER) {
        passes *= Math.max(1, plan.settings().values().get(parameter.name()));
      }
    }
    return passes;
  }
}
