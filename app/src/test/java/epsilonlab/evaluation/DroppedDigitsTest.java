package epsilonlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Predictions;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingJob;
import epsilonlab.training.TrainingResult;
import epsilonlab.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The accuracy that drops fooled digits against the one that counts the final images. */
class DroppedDigitsTest {
  private static Compute compute;
  private static Classifier network;
  private static ImageSet images;

  @BeforeAll
  static void train() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    DataSet data = SyntheticDigits.generate(4, 3000, 600);
    TrainingSettings settings =
        new TrainingSettings(OptimizerKind.ADAM, 2e-3, Schedule.CONSTANT, 0, 0, 64, 3, 1);
    TrainingResult result =
        new TrainingJob(compute, data, Architectures.get("mlp"), settings, Optional.empty())
            .run(JobContext.of(event -> {}));
    network = new Classifier(compute, "mlp", result.architecture(), result.weights());
    images = data.test();
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static AttackPlan plan(String attack, Map<String, Double> values, Target target) {
    return new AttackPlan(
        Attacks.get(attack), AttackSettings.of(Attacks.get(attack), values), target, 3);
  }

  private static double counted(PreparedAttack prepared, double epsilon) {
    Adversarial all = prepared.at(epsilon);
    int right = 0;
    for (int i = 0; i < images.size(); i++) {
      right += all.answers()[i] == images.label(i) ? 1 : 0;
    }
    return (double) right / images.size();
  }

  @ParameterizedTest
  @CsvSource({
    "iterated-fgsm, 5, 1",
    "pgd, 10, 1",
    "pgd, 10, 3",
    "mi-fgsm, 10, 1",
    "apgd-ce, 10, 1",
    "apgd-dlr, 10, 2"
  })
  void theAccuracyIsTheSame(String attack, double steps, double restarts) {
    Map<String, Double> values =
        attack.contains("pgd")
            ? Map.of("steps", steps, "restarts", restarts)
            : Map.of("steps", steps);
    List<Double> between = new ArrayList<>();
    AttackPlan plan = plan(attack, values, Target.NONE);
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, images, i -> i, plan)) {
      for (double epsilon : new double[] {0, 0.02, 0.04, 0.06, 0.08, 0.12, 0.2}) {
        double dropped = prepared.accuracy(epsilon);
        double counted = counted(prepared, epsilon);
        assertTrue(dropped <= counted, "what was fooled once stays fooled, at " + epsilon);
        // a later step may undo an earlier success, but hardly ever does
        assertEquals(counted, dropped, 2.0 / images.size(), "at " + epsilon);
        if (counted > 0.05 && counted < 0.95) {
          between.add(epsilon);
        }
      }
    }
    assertTrue(between.size() >= 2, "the curve falls within " + between);
  }

  /** An image counts as right only if no number of steps up to k fools the network. */
  @Test
  void countsWhatAnyStepFools() {
    double epsilon = 0.06;
    double stepSize = 0.02;
    int most = 6;
    boolean[] fooled = new boolean[images.size()];
    for (int i = 0; i < fooled.length; i++) {
      fooled[i] = !Predictions.of(compute, network, images.slice(i, i + 1)).isRight(0);
    }
    for (int steps = 1; steps <= most; steps++) {
      try (PreparedAttack prepared = prepared(steps, stepSize)) {
        int[] answers = prepared.at(epsilon).answers();
        for (int i = 0; i < fooled.length; i++) {
          fooled[i] |= answers[i] != images.label(i);
        }
      }
    }
    int right = 0;
    for (boolean one : fooled) {
      right += one ? 0 : 1;
    }
    assertTrue(right > 30 && right < images.size() - 30, right + " are left");
    try (PreparedAttack prepared = prepared(most, stepSize)) {
      // one image may stand on the boundary to the last bit
      assertEquals(right, prepared.accuracy(epsilon) * images.size(), 1.0001);
    }
  }

  private static PreparedAttack prepared(double steps, double stepSize) {
    Map<String, Double> values = Map.of("steps", steps, "step-size", stepSize, "random-start", 0.0);
    return PreparedAttack.of(compute, network, images, i -> i, plan("pgd", values, Target.NONE));
  }

  @Test
  void theThreadsDoNotMatter() {
    for (int threads : new int[] {1, 3}) {
      try (Compute other = Compute.start(DeviceChoice.CPU, threads);
          PreparedAttack one =
              PreparedAttack.of(
                  compute, network, images, i -> i, plan("pgd", Map.of(), Target.NONE));
          PreparedAttack many =
              PreparedAttack.of(
                  other,
                  new Classifier(other, "same", network.architecture(), network.weights()),
                  images,
                  i -> i,
                  plan("pgd", Map.of(), Target.NONE))) {
        assertEquals(one.accuracy(0.05), many.accuracy(0.05), 0);
      }
    }
  }

  @Test
  void anAttackOnAClassStillCountsWhatIsRight() {
    AttackPlan plan = plan("pgd", Map.of("steps", 10.0), Target.NEXT);
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, images, i -> i, plan)) {
      assertEquals(counted(prepared, 0.06), prepared.accuracy(0.06), 0);
    }
  }
}
