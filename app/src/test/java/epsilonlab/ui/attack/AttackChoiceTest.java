package epsilonlab.ui.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttackChoiceTest {
  @TempDir Path folder;
  private Lab lab;
  private AttackChoice choice;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
    choice = new AttackChoice(lab.session);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private static Attack attack(String id) {
    return Attacks.ALL.stream().filter(any -> any.id().equals(id)).findFirst().orElseThrow();
  }

  private Parameter parameter(String name) {
    return choice.attack().get().parameters().stream()
        .filter(any -> any.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private double planned(String name) {
    return choice.plan().get().settings().values().get(name);
  }

  @Test
  void thePlanFollowsWhatIsChosen() {
    assertEquals("fgsm", choice.plan().get().attack().id());
    choice.attack().set(attack("pgd"));
    assertEquals(40, planned("steps"));
    assertTrue(Double.isNaN(planned("step-size")), "follows from epsilon");
    choice.set(parameter("steps"), "7");
    choice.set(parameter("step-size"), "0,01");
    choice.set(parameter("random-start"), 0);
    choice.target().set(new Target.Of(3));
    assertEquals(7, planned("steps"));
    assertEquals(0.01, planned("step-size"));
    assertEquals(0, planned("random-start"));
    assertEquals(new Target.Of(3), choice.plan().get().target());
    choice.set(parameter("step-size"), "");
    assertTrue(Double.isNaN(planned("step-size")));
    lab.session.seed().set(5);
    assertEquals(5, choice.plan().get().seed());
  }

  @Test
  void whatIsWrongIsSaidAndTheLastGoodPlanStays() {
    choice.attack().set(attack("pgd"));
    choice.set(parameter("steps"), "12");
    AttackPlan good = choice.plan().get();
    for (String wrong : new String[] {"0", "2.5", "-3", "1e9", "many", "NaN"}) {
      choice.set(parameter("steps"), wrong);
      assertTrue(choice.complaint().get().startsWith("Steps"), wrong);
      assertTrue(choice.complaint().get().endsWith("."), wrong);
      assertEquals(good, choice.plan().get());
      assertEquals("12", choice.text(parameter("steps")), wrong);
    }
    choice.set(parameter("steps"), "13");
    assertEquals("", choice.complaint().get());
    assertNotEquals(good, choice.plan().get());
  }

  @Test
  void attackAndParametersAreRemembered() {
    choice.attack().set(attack("iterated-fgsm"));
    choice.set(parameter("steps"), "9");
    lab.settings.save();
    try (Lab again = new Lab(folder)) {
      AttackPlan plan = new AttackChoice(again.session).plan().get();
      assertEquals("iterated-fgsm", plan.attack().id());
      assertEquals(9, plan.settings().values().get("steps"));
      assertEquals(
          40,
          new AttackChoice(again.session)
              .plan(attack("pgd"), Target.NONE)
              .settings()
              .values()
              .get("steps"),
          "the steps of one attack are not those of another");
    }
  }
}
