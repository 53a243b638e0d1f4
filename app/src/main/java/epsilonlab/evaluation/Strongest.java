package epsilonlab.evaluation;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import java.util.Map;

/** The attack that stands for "the strongest" where an accuracy is held against a bound. */
public final class Strongest {
  private Strongest() {}

  /** The attack {@code strongest} as it is; without one, PGD of 40 steps with two restarts. */
  public static AttackPlan plan(long seed) {
    Attack pgd = Attacks.get("pgd");
    return Attacks.ALL.stream()
        .filter(attack -> attack.id().equals("strongest"))
        .findFirst()
        .map(strongest -> AttackPlan.defaults(strongest, seed))
        .orElseGet(
            () ->
                new AttackPlan(
                    pgd,
                    AttackSettings.of(pgd, Map.of("steps", 40.0, "restarts", 2.0)),
                    Target.NONE,
                    seed));
  }
}
