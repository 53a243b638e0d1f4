package epsilonlab.evaluation.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariantTest {
  private static Optional<Double> more(String attack, String name, double own) {
    Attack found = Attacks.get(attack);
    AttackSettings settings = AttackSettings.of(found, Map.of(name, own));
    return Variant.MORE_STEPS
        .of(new AttackPlan(found, settings, Target.NONE, 0))
        .map(plan -> plan.settings().values().get(name));
  }

  @Test
  void moreIsAtMostWhatTheAttackTakes() {
    assertEquals(Optional.of(100.0), more("pgd", "steps", 3));
    assertEquals(Optional.of(40_000.0), more("square", "queries", 20_000));
    assertEquals(Optional.of(1_000_000.0), more("square", "queries", 600_000));
    assertEquals(Optional.of(10_000.0), more("pgd", "steps", 9_000));
  }

  @Test
  void thereIsNoneWhereTheAttackTakesNoMore() {
    assertEquals(Optional.empty(), more("square", "queries", 1_000_000));
    assertEquals(Optional.empty(), more("pgd", "steps", 10_000));
  }
}
