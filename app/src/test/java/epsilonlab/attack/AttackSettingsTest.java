package epsilonlab.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Impossible values are told in one sentence that says what is allowed. */
class AttackSettingsTest {
  private static String said(Executable call) {
    String sentence = assertThrows(LabException.class, call).getMessage();
    assertEquals(1, sentence.lines().count());
    assertTrue(sentence.endsWith("."), sentence);
    return sentence;
  }

  private static void assertContains(String sentence, String... parts) {
    for (String part : parts) {
      assertTrue(sentence.contains(part), sentence);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "steps, 0, 1 to 10000",
    "steps, -3, 1 to 10000",
    "steps, 2.5, whole number",
    "steps, 10001, 1 to 10000",
    "steps, NaN, whole number",
    "step-size, 0, above 0",
    "step-size, -0.1, above 0",
    "step-size, 1.5, at most 1",
    "step-size, NaN, above 0",
    "restarts, 0, 1 to 1000",
    "random-start, 2, on or off",
    "random-start, 0.5, on or off"
  })
  void aValueOutOfItsRange(String name, double value, String allowed) {
    String sentence = said(() -> AttackSettings.of(Attacks.get("pgd"), Map.of(name, value)));
    assertContains(sentence, "--" + name, allowed);
  }

  @Test
  void aParameterThatTheAttackDoesNotHave() {
    assertContains(
        said(() -> AttackSettings.of(Attacks.get("fgsm"), Map.of("steps", 5.0))),
        "fgsm",
        "--steps",
        "none");
    assertContains(
        said(() -> AttackSettings.of(Attacks.get("iterated-fgsm"), Map.of("restarts", 5.0))),
        "--restarts",
        "--steps, --step-size");
  }

  @Test
  void unsetValuesAreTheDefaults() {
    var values = AttackSettings.of(Attacks.get("pgd"), Map.of("restarts", 3.0)).values();
    assertEquals(40, values.get("steps"));
    assertEquals(3, values.get("restarts"));
    assertEquals(1, values.get("random-start"));
    assertTrue(Double.isNaN(values.get("step-size")), "follows from epsilon");
    assertEquals(5, AttackSettings.defaults(Attacks.get("iterated-fgsm")).values().get("steps"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 2, 1.0000001, -1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void anEpsilonOutsideThePixelRange(double epsilon) {
    assertContains(said(() -> Epsilon.check(epsilon)), String.valueOf(epsilon), "0 to 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1})
  void anEpsilonInside(double epsilon) {
    assertEquals(epsilon, Epsilon.check(epsilon));
  }

  @Test
  void anUnknownAttack() {
    assertContains(said(() -> Attacks.get("nonsense")), "'nonsense'", "fgsm, iterated-fgsm, pgd");
  }

  @Test
  void targets() {
    assertEquals(-1, Target.parse(null, 10).wanted(3, 10));
    assertEquals(-1, Target.parse("none", 10).wanted(3, 10));
    assertEquals(4, Target.parse("next", 10).wanted(3, 10));
    assertEquals(0, Target.parse("next", 10).wanted(9, 10));
    assertEquals(7, Target.parse("7", 10).wanted(3, 10));
    assertContains(said(() -> Target.parse("7", 10).wanted(7, 10)), "7", "true class");
    for (String wrong : new String[] {"10", "-1", "seven", "", "1.5"}) {
      assertContains(said(() -> Target.parse(wrong, 10)), "'" + wrong + "'", "0 to 9");
    }
  }

  @Test
  void everyAttackKnowsAboutHowLongItTakes() {
    for (Attack attack : Attacks.ALL) {
      assertTrue(attack.passes(AttackSettings.defaults(attack)) >= 1, attack.id());
    }
    assertEquals(1, passes("fgsm", Map.of()));
    assertEquals(60, passes("pgd", Map.of("steps", 20.0, "restarts", 3.0)));
    assertEquals(110, passes("one-pixel", Map.of("population", 10.0, "generations", 10.0)));
    assertTrue(passes("jsma", Map.of()) > 10);
    assertTrue(passes("strongest", Map.of("queries", 7000.0)) >= 7000);
    assertTrue(passes("strongest", Map.of("queries", 7000.0, "set", 1.0)) < 7000, "no queries");
  }

  private static double passes(String id, Map<String, Double> values) {
    Attack attack = Attacks.get(id);
    return attack.passes(AttackSettings.of(attack, values));
  }
}
