package epsilonlab.ui.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.Attack;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Parameter;
import epsilonlab.data.DataSets;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.capsule.WindowCapsules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tab shows is what the commands compute. */
class AttackRepeatsTest {
  @TempDir Path folder;
  private Lab lab;
  private AttackViewModel model;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
    model = new AttackViewModel(lab.session);
    lab.session.seed().set(5);
    lab.session.useData(DataSets.load(Optional.empty(), "synthetic", lab.home.downloads(), 0));
    ModelEntry entry = lab.addModel("rows", 20);
    lab.addModel("weak", 3);
    lab.session.model().set(entry);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private List<Repeatable> shown() {
    return new AttackRepeats(model).all();
  }

  private static Attack attack(String id) {
    return Attacks.ALL.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Tag("full")
  @Test
  void aDigitAndItsCurveVerify() throws Exception {
    model.digits().choose(7);
    model.epsilon().set(0.13);
    lab.until(() -> model.isCurrent() && model.curves().marked().isPresent());
    lab.settle();
    WindowCapsules.assertVerifies(
        lab.session,
        folder,
        "attack",
        shown().stream().limit(2).toList(),
        "probabilities_after[3]",
        "attack",
        "curve");
  }

  @Test
  void settingsAndTargetOfAnAttackOfSeveralStepsVerify() throws Exception {
    model.attacks().attack().set(attack("pgd"));
    model.attacks().set(attack("pgd").parameters().get(0), 5);
    model.attacks().target().set(new epsilonlab.attack.Target.Of(2));
    model.digits().choose(11);
    model.epsilon().set(0.2);
    lab.until(model::isCurrent);
    Repeatable digit = shown().get(0);
    assertEquals(List.of("2"), digit.options().get("target"));
    WindowCapsules.assertVerifies(
        lab.session, folder, "attack", List.of(digit), "loss_after", "attack");
  }

  @Tag("full")
  @Test
  void everyKindOfParameterAndNormVerifies() throws Exception {
    model.digits().choose(4);
    List<Repeatable> digits = new ArrayList<>();
    for (String set : List.of("pgd random-start 0", "pgd-l2 steps 3", "jsma direction 2")) {
      String[] words = set.split(" ");
      Attack attack = attack(words[0]);
      model.attacks().attack().set(attack);
      Parameter parameter =
          attack.parameters().stream()
              .filter(one -> one.name().equals(words[1]))
              .findFirst()
              .orElseThrow();
      model.attacks().set(parameter, Double.parseDouble(words[2]));
      lab.until(model::isCurrent);
      digits.add(shown().get(0));
    }
    assertEquals(List.of("false"), digits.get(0).options().get("random-start"));
    assertEquals(List.of("3"), digits.get(1).options().get("steps"));
    assertEquals(List.of("both"), digits.get(2).options().get("direction"));
    WindowCapsules.assertVerifies(
        lab.session, folder, "attack", digits, "linf", "attack", "attack", "attack");
  }

  @Tag("full")
  @Test
  void aTransferredAttackTakesItsSourceAlong() throws Exception {
    model.attacks().attack().set(attack("transfer"));
    model.digits().choose(3);
    lab.until(() -> !lab.session.models().isEmpty() && !model.attacks().needsAnotherModel());
    lab.until(model::isCurrent);
    Repeatable digit = shown().get(0);
    assertEquals("weak", digit.models().get("source").card().name());
    WindowCapsules.assertVerifies(lab.session, folder, "attack", List.of(digit), "l2", "attack");
  }

  @Test
  void aDrawnDigitIsNobodyElses() {
    lab.until(model::isCurrent);
    assertEquals("attack", shown().get(0).command());
    float[] drawn = new float[784];
    drawn[300] = 1;
    model.digits().draw(drawn);
    lab.settle();
    assertTrue(shown().stream().noneMatch(one -> one.command().equals("attack")));
  }
}
