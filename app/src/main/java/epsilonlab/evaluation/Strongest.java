package epsilonlab.evaluation;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;

/** The attack that stands for "the strongest" where an accuracy is held against a bound. */
public final class Strongest {
  private Strongest() {}

  /** The attack {@code strongest} with its default settings. */
  public static AttackPlan plan(long seed) {
    return AttackPlan.defaults(Attacks.get("strongest"), seed);
  }
}
