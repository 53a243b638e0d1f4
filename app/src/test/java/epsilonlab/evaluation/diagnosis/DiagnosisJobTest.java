package epsilonlab.evaluation.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Tensors;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Network;
import epsilonlab.model.Predictions;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingJob;
import epsilonlab.training.TrainingResult;
import epsilonlab.training.TrainingSettings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The verdicts on networks where the cause is known. */
class DiagnosisJobTest {
  private static final double EPSILON = 0.1;
  private static Compute compute;
  private static Classifier network;
  private static ImageSet test;

  @BeforeAll
  static void train() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    DataSet data = SyntheticDigits.generate(4, 3000, 200);
    TrainingSettings settings =
        new TrainingSettings(OptimizerKind.ADAM, 2e-3, Schedule.CONSTANT, 0, 0, 64, 3, 1);
    TrainingResult result =
        new TrainingJob(compute, data, Architectures.get("mlp"), settings, Optional.empty())
            .run(JobContext.of(event -> {}));
    network = new Classifier(compute, "mlp", result.architecture(), result.weights());
    test = data.test();
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static AttackPlan plan(String attack, Map<String, Double> values) {
    Attack found = Attacks.get(attack);
    return new AttackPlan(found, AttackSettings.of(found, values), Target.NONE, 0);
  }

  private static Diagnosis diagnose(Network victim, AttackPlan plan, double epsilon, int index) {
    return new DiagnosisJob(
            compute, victim, test, test.slice(index, index + 1), index, plan, epsilon)
        .run(JobContext.of(event -> {}));
  }

  private static boolean[] fooled(Network victim, AttackPlan plan, double epsilon) {
    try (PreparedAttack prepared = PreparedAttack.of(compute, victim, test, i -> i, plan)) {
      return prepared.at(epsilon).success();
    }
  }

  /** The first digit that is right, that {@code weak} does not fool and {@code strong} does. */
  private static int between(AttackPlan weak, AttackPlan strong, double epsilon) {
    Predictions before = Predictions.of(compute, network, test);
    boolean[] byWeak = fooled(network, weak, epsilon);
    boolean[] byStrong = fooled(network, strong, epsilon);
    for (int i = 0; i < byWeak.length; i++) {
      if (before.isRight(i) && !byWeak[i] && byStrong[i]) {
        return i;
      }
    }
    throw new AssertionError("no digit tells these attacks apart");
  }

  private static Check check(Diagnosis diagnosis, String start) {
    return diagnosis.checks().stream()
        .filter(check -> check.name().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  /** The same answers with logits so large that the cross-entropy's gradient is 0 in float32. */
  private record Scaled(Network network) implements Network {
    @Override
    public String name() {
      return "scaled";
    }

    @Override
    public int classes() {
      return network.classes();
    }

    @Override
    public NDArray logits(NDArray images) {
      return network.logits(images).mul(Tensors.scalar(images.getManager(), 1e4));
    }
  }

  @Test
  void largeLogitsMaskTheGradient() {
    Network scaled = new Scaled(network);
    AttackPlan pgd = plan("pgd", Map.of());
    int index = between(plan("pgd", Map.of("steps", 1.0, "step-size", 1e-9)), pgd, EPSILON);
    assertEquals(
        Cause.SUCCEEDED, diagnose(network, pgd, EPSILON, index).verdict().cause(), "unscaled");
    Diagnosis masked = diagnose(scaled, pgd, EPSILON, index);
    assertEquals(Cause.MASKED, masked.verdict().cause(), masked.verdict().why());
    assertEquals(1, masked.trace().vanishing());
    assertEquals(1, masked.trace().first().zeroGradient());
    assertEquals(0, masked.trace().last().gradientNorm());
    assertFalse(check(masked, "The gradient").passed());
    assertFalse(check(masked, "Without a bound").passed());
    assertTrue(masked.verdict().why().contains("margin succeeds"), masked.verdict().why());
    // the margin's gradient is 10,000 times as long, and its signs are the same
    Diagnosis margin = diagnose(scaled, plan("pgd", Map.of("loss", 1.0)), EPSILON, index);
    assertEquals(Cause.SUCCEEDED, margin.verdict().cause());
    assertTrue(check(margin, "The gradient").passed());
  }

  @Test
  void almostNoEpsilonFoolsNobody() {
    int index = between(plan("fgsm", Map.of()), plan("pgd", Map.of()), EPSILON);
    Diagnosis robust = diagnose(network, plan("pgd", Map.of()), 1e-6, index);
    assertEquals(Cause.ROBUST, robust.verdict().cause(), robust.verdict().why());
    assertTrue(robust.checks().stream().allMatch(Check::passed), robust.checks().toString());
    assertTrue(robust.verdict().why().contains("50 of 50"), robust.verdict().why());
  }

  @Test
  void smallStepsDoNotCrossTheBall() {
    AttackPlan small = plan("pgd", Map.of("steps", 10.0, "step-size", 1e-4, "random-start", 0.0));
    AttackPlan usual = plan("pgd", Map.of("steps", 10.0, "random-start", 0.0));
    Diagnosis failed = diagnose(network, small, EPSILON, between(small, usual, EPSILON));
    assertEquals(Cause.STEP_TOO_SMALL, failed.verdict().cause(), failed.verdict().why());
    assertTrue(failed.verdict().why().contains("at most 0.001,"), failed.verdict().why());
    assertFalse(check(failed, "Without a bound").passed());
    assertTrue(check(failed, "More steps").passed());
  }

  @Test
  void moreStepsSucceed() {
    AttackPlan few = plan("fgsm", Map.of());
    AttackPlan many = plan("pgd", Map.of("steps", 100.0));
    Diagnosis one = diagnose(network, few, EPSILON, between(few, many, EPSILON));
    assertEquals(Cause.TOO_FEW_STEPS, one.verdict().cause(), one.verdict().why());
    AttackPlan two = plan("iterated-fgsm", Map.of("steps", 1.0));
    AttackPlan hundred = plan("iterated-fgsm", Map.of("steps", 100.0));
    Diagnosis iterated = diagnose(network, two, EPSILON, between(two, hundred, EPSILON));
    assertEquals(Cause.TOO_FEW_STEPS, iterated.verdict().cause(), iterated.verdict().why());
    assertTrue(iterated.verdict().why().contains("iterated-fgsm, 100 steps"));
  }

  @Test
  void aWrongAnswerNeedsNoAttack() {
    Predictions before = Predictions.of(compute, network, test);
    int wrong = before.mostConfidentlyWrong(1).get(0);
    Diagnosis diagnosis = diagnose(network, plan("fgsm", Map.of()), 0.001, wrong);
    assertEquals(Cause.SUCCEEDED, diagnosis.verdict().cause());
    assertTrue(diagnosis.verdict().why().contains("wrong already"));
  }

  @Test
  void theThreadsDoNotMatter() {
    try (Compute other = Compute.start(DeviceChoice.CPU, 1)) {
      Network same = new Classifier(other, "mlp", network.architecture(), network.weights());
      AttackPlan plan = plan("pgd", Map.of("steps", 5.0));
      Diagnosis two = diagnose(network, plan, 0.05, 11);
      Diagnosis one =
          new DiagnosisJob(other, same, test, test.slice(11, 12), 11, plan, 0.05)
              .run(JobContext.of(event -> {}));
      assertEquals(two.verdict(), one.verdict());
      assertEquals(two.checks(), one.checks());
      assertEquals(two.trace().steps(), one.trace().steps());
      assertArrayEquals(two.slice().loss(), one.slice().loss());
    }
  }

  @Test
  void aDigitOfNoTestSetAndATargetAreFine() {
    ImageSet drawn = Rows.images(1);
    Attack pgd = Attacks.get("pgd");
    AttackPlan plan =
        new AttackPlan(pgd, AttackSettings.of(pgd, Map.of("steps", 3.0)), new Target.Of(7), 0);
    Diagnosis diagnosis =
        new DiagnosisJob(compute, network, test, drawn, -1, plan, 0.3)
            .run(JobContext.of(event -> {}));
    assertEquals(0, diagnosis.trace().first().size());
    assertEquals(
        diagnosis.trace().last().answer() == 7, diagnosis.verdict().cause() == Cause.SUCCEEDED);
    assertThrows(
        LabException.class, () -> new DiagnosisJob(compute, network, test, drawn, -1, plan, 1.5));
  }

  @Test
  void itCanBeCancelled() throws InterruptedException {
    try (JobRunner jobs = new JobRunner()) {
      JobHandle<Diagnosis> handle =
          jobs.submit(
              new DiagnosisJob(
                  compute,
                  network,
                  test,
                  test.slice(0, 1),
                  0,
                  plan("pgd", Map.of("steps", 2000.0)),
                  0.1));
      while (handle.progress().fraction() <= 0.1) {
        assertFalse(handle.state().isOver(), "it has much to do yet");
        Thread.sleep(1);
      }
      handle.cancel();
      assertThrows(CancellationException.class, () -> handle.future().join());
      assertEquals(JobHandle.State.CANCELLED, handle.state());
    }
  }

  @Test
  void smallStepsAreWordedByTheNorm() {
    AttackPlan small =
        plan("pgd-l2", Map.of("steps", 10.0, "step-size", 1e-4, "random-start", 0.0));
    AttackPlan usual = plan("pgd-l2", Map.of("steps", 10.0, "random-start", 0.0));
    Diagnosis failed = diagnose(network, small, 1.5, between(small, usual, 1.5));
    assertEquals(Cause.STEP_TOO_SMALL, failed.verdict().cause(), failed.verdict().why());
    assertTrue(
        failed.verdict().why().startsWith("All steps together have a length of at most 0.001,"),
        failed.verdict().why());
  }
}
