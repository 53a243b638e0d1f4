package epsilonlab.ui.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.Attack;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Norm;
import epsilonlab.engine.Compute;
import epsilonlab.job.JobHandle;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.CurveChart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveChoiceTest {
  @TempDir Path folder;
  private final CompletableFuture<Compute> engine = new CompletableFuture<>();
  private final Set<JobHandle<?>> jobs =
      java.util.Collections.synchronizedSet(new LinkedHashSet<>());
  private Lab lab;
  private AttackChoice attacks;
  private CurveChoice curves;
  private ModelEntry first;
  private ModelEntry second;

  @BeforeEach
  void open() {
    lab = new Lab(folder, engine);
    lab.jobs.onChange(jobs::add);
    second = lab.addModel("second", 21);
    first = lab.addModel("first", 20);
    lab.until(() -> lab.session.models().size() == 2);
    lab.session.model().set(first);
    attacks = new AttackChoice(lab.session);
    curves = new CurveChoice(lab.session, attacks);
    lab.session.useData(Lab.data(1000));
  }

  @AfterEach
  void close() {
    engine.complete(Lab.compute());
    lab.close();
  }

  private CurveChoice.Candidate line(ModelEntry model, String attack) {
    return new CurveChoice.Candidate(model, attack(attack));
  }

  private static Attack attack(String id) {
    return Attacks.ALL.stream().filter(any -> any.id().equals(id)).findFirst().orElseThrow();
  }

  private List<String> names() {
    return curves.lines().get().stream().map(CurveChart.Line::name).toList();
  }

  private List<String> tickedNames() {
    return curves.candidates().stream().filter(curves::isTicked).map(curves::name).toList();
  }

  private void untilTheFirstIsKnown() {
    lab.until(() -> !curves.lines().get().isEmpty());
    lab.until(
        () -> curves.lines().get().get(0).epsilons().length == NormScales.curve(Norm.LINF).size());
  }

  @Test
  void theModelInUseIsMeasuredUnasked() {
    engine.complete(Lab.compute());
    untilTheFirstIsKnown();
    assertEquals(List.of("first, FGSM"), names());
    CurveChart.Line line = curves.lines().get().get(0);
    for (int i = 0; i < line.epsilons().length; i++) {
      // the answers change where epsilon passes 0.3; one label in a hundred is wrong anyway
      if (line.epsilons()[i] != 0.3) {
        assertEquals(line.epsilons()[i] < 0.3 ? 0.99 : 0, line.accuracies()[i], 1e-9);
      }
    }
    assertEquals("first, FGSM", curves.markedLine());
    assertTrue(jobs.isEmpty(), "it is no job that the user waits for");
  }

  @Test
  void ticksAreMeasuredWhenAskedAndKept() {
    engine.complete(Lab.compute());
    untilTheFirstIsKnown();
    assertEquals(List.of("first, FGSM", "first, 5 steps", "second, FGSM"), tickedNames());
    curves.tick(line(second, "fgsm"), false);
    curves.tick(line(second, "pgd"), true);
    curves.measure();
    assertTrue(curves.running().get());
    lab.until(() -> !curves.running().get());
    assertEquals(2, jobs.size(), "the first was known already");
    assertEquals(List.of("first, FGSM", "first, 5 steps", "second, PGD"), names());
    curves.tick(line(second, "pgd"), false);
    assertEquals(2, names().size());
    curves.tick(line(second, "pgd"), true);
    assertEquals(3, names().size(), "what was measured is kept");
    curves.measure();
    lab.until(() -> !curves.running().get());
    assertEquals(5, jobs.size(), "all are known, so all are measured again");
  }

  @Test
  void nothingTickedIsAChoiceTooAndIsRemembered() {
    curves.tick(line(first, "fgsm"), false);
    curves.tick(line(first, "iterated-fgsm"), false);
    curves.tick(line(second, "fgsm"), false);
    assertEquals(List.of(), tickedNames());
    lab.settings.save();
    try (Lab again = new Lab(folder)) {
      CurveChoice reopened = new CurveChoice(again.session, new AttackChoice(again.session));
      again.session.open();
      again.until(() -> again.session.models().size() == 2);
      assertTrue(reopened.candidates().stream().noneMatch(reopened::isTicked));
    }
  }

  @Test
  void aCurveBelongsToTheSettingsItWasStartedWith() {
    curves.tick(line(second, "fgsm"), false);
    curves.measure();
    attacks.attack().set(attack("iterated-fgsm"));
    attacks.set(attacks.attack().get().parameters().get(0), 9);
    engine.complete(Lab.compute());
    lab.until(() -> !curves.running().get());
    lab.settle();
    assertEquals(List.of("first, FGSM"), names(), "nothing has 9 steps");
    attacks.set(attacks.attack().get().parameters().get(0), 5);
    assertEquals(List.of("first, FGSM", "first, 5 steps"), names());
  }

  @Test
  void aCancelledCurveCanBeMeasuredAgain() {
    attacks.attack().set(attack("iterated-fgsm"));
    curves.tick(line(second, "fgsm"), false);
    curves.tick(line(first, "fgsm"), false);
    curves.measure();
    List<JobHandle<?>> started = new ArrayList<>(jobs);
    assertEquals(1, started.size());
    started.get(0).cancel();
    engine.complete(Lab.compute());
    lab.until(() -> !curves.running().get());
    assertEquals(JobHandle.State.CANCELLED, started.get(0).state());
    assertEquals(List.of(), names());
    assertEquals(List.of(), lab.failures, "what the user cancelled is no failure");
    curves.measure();
    lab.until(() -> !curves.running().get());
    assertEquals(List.of("first, 5 steps"), names());
  }

  @Test
  void aDeletedModelTakesItsCurvesAlong() {
    engine.complete(Lab.compute());
    curves.measure();
    lab.until(() -> !curves.running().get());
    assertTrue(names().contains("second, FGSM"));
    lab.session.library().delete(second.id());
    lab.until(() -> lab.session.models().size() == 1);
    assertFalse(names().stream().anyMatch(name -> name.startsWith("second")));
    long ofThisAxis = Attacks.ALL.stream().filter(attack -> attack.norm() == Norm.LINF).count();
    assertEquals(ofThisAxis, curves.candidates().size());
  }

  @Test
  void theChosenAttackNeedsNoTick() {
    engine.complete(Lab.compute());
    lab.session.useData(Lab.data(20));
    curves.tick(line(second, "pgd"), true);
    attacks.attack().set(attack("pgd-l2"));
    assertEquals(List.of(), tickedNames());
    curves.measure();
    lab.until(() -> !curves.running().get());
    lab.until(() -> curves.lines().get().size() == 1);
    CurveChart.Line length = curves.lines().get().get(0);
    assertEquals(curves.markedLine(), length.name());
    // 112 pixels change by half of 0.6 each, a length of 3.2
    for (int i = 0; i < length.epsilons().length; i++) {
      assertEquals(length.epsilons()[i] < 3.17 ? 1 : 0, length.accuracies()[i], 1e-9);
    }
    attacks.attack().set(attack("jsma"));
    curves.measure();
    lab.until(() -> !curves.running().get());
    CurveChart.Line pixels = curves.lines().get().get(0);
    assertEquals(curves.markedLine(), pixels.name());
    assertEquals(NormScales.curve(Norm.L0).size(), pixels.epsilons().length);
    // 56 pixels of 0.6 are more than 30 of 1
    for (int i = 0; pixels.epsilons()[i] <= 30; i++) {
      assertEquals(1, pixels.accuracies()[i], 1e-9);
    }
  }

  @Test
  void aTransferredCurveIsOfItsSource() {
    engine.complete(Lab.compute());
    ModelEntry third = lab.addModel("third", -20);
    lab.until(() -> lab.session.models().size() == 3);
    lab.session.useData(Lab.data(20));
    attacks.attack().set(attack("transfer"));
    attacks.source().set(second);
    curves.measure();
    lab.until(() -> !curves.running().get());
    lab.until(() -> names().contains("first, transfer from second"));
    assertEquals("first, transfer from second", curves.markedLine());
    attacks.source().set(third);
    assertEquals("first, transfer from third", curves.markedLine());
    assertFalse(names().stream().anyMatch(name -> name.contains("transfer")));
    attacks.source().set(second);
    assertTrue(names().contains("first, transfer from second"));
  }
}
