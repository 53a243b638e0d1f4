package epsilonlab.ui.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.fact.Curve;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.report.CurveChart;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.state.StateOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FGSM flips the answer of a right digit where epsilon passes 0.3; see {@link Lab}. */
class AttackFactsTest {
  @TempDir Path folder;
  private Lab lab;
  private AttackViewModel model;
  private TabFacts facts;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
    model = new AttackViewModel(lab.session);
    facts = new AttackFacts(model).all();
    lab.session.useData(Lab.data(1200));
    lab.session.model().set(lab.addModel("rows", 20));
    facts.take("attack.index", 7.0);
    facts.take("attack.epsilon", 0.1);
    lab.until(() -> known("attack.after") && known("attack.smallest_epsilon"));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private boolean known(String name) {
    return facts.now().get(name).isPresent();
  }

  private Object fact(String name) {
    return facts.now().get(name).orElseThrow();
  }

  private double number(String name) {
    return (Double) fact(name);
  }

  @Test
  void answersAreThoseOfTheDigit() {
    assertEquals(7.0, fact("attack.label"));
    assertEquals(7.0, fact("attack.before"));
    assertEquals(true, fact("attack.correct"));
    assertEquals(7.0, fact("attack.after"));
    assertEquals(false, fact("attack.fooled"));
    // scores 20 * 0.6 for the own class and 0 for the nine others
    double sure = 1 / (1 + 9 * Math.exp(-20 * Lab.INK));
    assertEquals(sure, number("attack.confidence_before"), 1e-4);
    assertEquals(-Math.log(sure), number("attack.loss_before"), 1e-4);
    double after = 1 / (1 + 9 * Math.exp(-20 * (Lab.INK - 0.2)));
    assertEquals(after, number("attack.label_after"), 1e-4);
    assertEquals(0.1, number("attack.linf"), 1e-6);
    // all pixels of the ten classes' 20 rows move
    assertEquals(0.1 * Math.sqrt(20 * 28), number("attack.l2"), 1e-4);
    assertEquals(0.3, number("attack.smallest_epsilon"), 0.0015);
    assertEquals(sure, ((Curve) fact("attack.probabilities_before")).at(7), 1e-4);
  }

  @Test
  void whatBelongsToEarlierSettingsIsNotTold() {
    facts.take("attack.epsilon", 0.4);
    assertFalse(known("attack.after"));
    assertFalse(known("attack.accuracy"));
    assertTrue(known("attack.before"), "the digit is still the same");
    lab.until(() -> known("attack.after"));
    assertEquals(true, fact("attack.fooled"));
    lab.until(() -> known("attack.accuracy") && known("attack.samples_fooled"));
    assertEquals(0.4, fact("attack.accuracy_epsilon"));
    // one digit of a hundred has a wrong label and is answered wrongly before; it may come out
    // right under an attack on that label only by leaving its class
    assertTrue(number("attack.accuracy") <= 0.01, "all right ones are fooled");
    assertEquals(24.0, fact("attack.samples"));
    assertEquals(24.0, fact("attack.samples_fooled"));
    facts.take("attack.index", 3.0);
    assertFalse(known("attack.before"));
    assertEquals(3.0, fact("attack.label"));
    assertFalse(known("attack.smallest_epsilon"));
  }

  @Test
  void theCurveIsToldWhenItIsComplete() {
    lab.until(() -> known("attack.curve"));
    Curve curve = (Curve) fact("attack.curve");
    assertEquals(0.99, curve.at(0), 1e-9);
    assertEquals(0.99, curve.at(0.2), 1e-9);
    assertTrue(curve.at(0.5) <= 0.01);
  }

  @Test
  void measuredCurvesAreTickedAndMeasuredAgainElsewhere(@TempDir Path elsewhere) {
    facts.take("attack.attack", "iterated-fgsm");
    facts.take("attack.steps", 3.0);
    lab.until(() -> known("attack.curves"));
    assertEquals("fgsm", fact("attack.curves"), "the others wait to be asked for");
    model.curves().measure();
    assertEquals("fgsm, iterated-fgsm", fact("attack.curves"));
    lab.until(() -> known("attack.curve"));
    assertEquals("fgsm, iterated-fgsm", fact("attack.curves"));
    Facts moment = facts.now();

    try (Lab other = new Lab(elsewhere)) {
      AttackViewModel opened = new AttackViewModel(other.session);
      TabFacts there = new AttackFacts(opened).all();
      assertThrows(LabException.class, () -> there.take("attack.curves", "fgsm"), "no model yet");
      other.session.useData(Lab.data(1200));
      other.session.model().set(other.addModel("rows", 20));
      other.until(() -> !other.session.models().isEmpty());
      StateOrder.settable(moment, name -> there.names().contains(name)).forEach(there::take);
      assertEquals("fgsm, iterated-fgsm", there.now().get("attack.curves").orElseThrow());
      other.until(() -> there.now().get("attack.curve").isPresent());
      assertEquals(
          List.of("rows, FGSM", "rows, 3 steps"),
          opened.curves().lines().get().stream().map(CurveChart.Line::name).toList());
      Curve curve = (Curve) there.now().get("attack.curve").orElseThrow();
      assertEquals(0.99, curve.at(0.2), 1e-9);
      assertTrue(curve.at(0.5) <= 0.01);
    }
  }

  @Test
  void curvesThatAreNotNamedAreUnticked() {
    lab.until(() -> !lab.session.models().isEmpty());
    facts.take("attack.curves", "fgsm, pgd");
    assertEquals("fgsm, pgd", fact("attack.curves"));
    facts.take("attack.curves", "pgd");
    facts.take("attack.attack", "pgd");
    assertEquals("pgd", fact("attack.curves"));
    assertThrows(LabException.class, () -> facts.take("attack.curves", "magic"));
    assertThrows(LabException.class, () -> facts.take("attack.curves", "pgd-l2"));
  }

  @Test
  void stepsAndStepSizeAreThoseOfTheAttack() {
    facts.take("attack.attack", "fgsm");
    assertEquals(1.0, fact("attack.steps"));
    assertEquals(0.0, fact("attack.step_size"));
    facts.take("attack.steps", 1.0);
    assertThrows(LabException.class, () -> facts.take("attack.steps", 5.0));
    facts.take("attack.attack", "iterated-fgsm");
    facts.take("attack.steps", 4.0);
    facts.take("attack.step_size", 0.05);
    assertEquals(4.0, fact("attack.steps"));
    assertEquals(0.05, fact("attack.step_size"));
    assertEquals(4.0, model.attacks().plan().get().settings().values().get("steps"));
    facts.take("attack.step_size", 0.0);
    assertEquals(0.0, fact("attack.step_size"), "its own choice again");
    assertThrows(LabException.class, () -> facts.take("attack.steps", 2.5));
  }

  @Test
  void whatCannotBeHadIsRefusedInASentence() {
    assertThrows(LabException.class, () -> facts.take("attack.index", 1200.0));
    assertThrows(LabException.class, () -> facts.take("attack.epsilon", 0.7));
    assertThrows(LabException.class, () -> facts.take("attack.class", 10.0));
    assertThrows(LabException.class, () -> facts.take("attack.attack", "magic"));
    facts.take("attack.attack", "deepfool");
    assertEquals(Optional.empty(), facts.now().get("attack.epsilon"), "it measures lengths");
    assertThrows(LabException.class, () -> facts.take("attack.epsilon", 0.1));
  }
}
