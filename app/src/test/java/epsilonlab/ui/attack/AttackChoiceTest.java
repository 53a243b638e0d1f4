package epsilonlab.ui.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import epsilonlab.model.ModelEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void aSourceIsAnyModelButTheAttackedOne() {
    ModelEntry used = lab.addModel("used", 20);
    lab.until(() -> lab.session.models().size() == 1);
    lab.session.model().set(used);
    choice.attack().set(attack("transfer"));
    assertNull(choice.sourceInUse().get());
    assertTrue(choice.needsAnotherModel());
    ModelEntry second = lab.addModel("second", 21);
    ModelEntry third = lab.addModel("third", 22);
    lab.until(() -> lab.session.models().size() == 3);
    assertFalse(choice.needsAnotherModel());
    List<AttackPlan> plans = new ArrayList<>();
    choice.plan().addListener((property, before, now) -> plans.add(now));
    List<String> changes = new ArrayList<>();
    choice.onSourceInUse(() -> changes.add(choice.sourceInUse().get().id()));
    choice.source().set(second);
    choice.source().set(third);
    assertEquals(third, choice.sourceInUse().get());
    assertTrue(changes.contains(third.id()));
    assertEquals(List.of(), plans, "the plan is the same");
    AttackPlan plan = choice.plan().get();
    assertEquals(
        "third", choice.loading(plan, used).get().settings().source().orElseThrow().name());
    assertNotEquals(
        "third", choice.loading(plan, third).get().settings().source().orElseThrow().name());
    choice.source().set(used);
    assertNotEquals(used, choice.sourceInUse().get(), "an attack on itself is no transfer");
    choice.source().set(third);
    lab.session.library().delete(third.id());
    lab.until(() -> choice.sourceInUse().get().equals(second));
  }
}
