package epsilonlab.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.evaluation.RobustAccuracy;
import epsilonlab.job.JobContext;
import epsilonlab.model.Classifier;
import epsilonlab.model.Reference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks give PyTorch's images and PyTorch's accuracies. */
class ReferenceAttacksTest {
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  static List<String> models() {
    return Reference.MODELS;
  }

  private static AttackPlan plan(String attack, Map<String, Double> settings, Target target) {
    Attack named = Attacks.get(attack);
    return new AttackPlan(named, AttackSettings.of(named, settings), target, 0);
  }

  private static PreparedAttack prepare(Classifier classifier, int count, AttackPlan plan) {
    ImageSet digits = Reference.mnistTest(count);
    return PreparedAttack.of(compute, classifier, digits, i -> i, plan);
  }

  private static void assertSamePixels(float[] expected, float[][] got) {
    int same = 0;
    for (int i = 0; i < got.length; i++) {
      for (int p = 0; p < 784; p++) {
        same += Math.abs(expected[i * 784 + p] - got[i][p]) <= 1e-4 ? 1 : 0;
      }
    }
    assertEquals(20, got.length);
    // the sign of a gradient within rounding of 0 is anybody's guess
    assertTrue(same >= 0.999 * expected.length, same + " of " + expected.length);
  }

  @ParameterizedTest
  @MethodSource("models")
  void adversarialImagesAreThoseOfPyTorch(String model) throws Exception {
    Classifier classifier = Reference.classifier(compute, model);
    var expected = Reference.first20(model);
    try (PreparedAttack fgsm = prepare(classifier, 20, plan("fgsm", Map.of(), Target.NONE))) {
      assertSamePixels(expected.get("fgsm_02").floats(), fgsm.images(0.2));
    }
    AttackPlan byHand = plan("iterated-fgsm", Map.of("steps", 5.0, "step-size", 0.06), Target.NONE);
    AttackPlan byItself = plan("iterated-fgsm", Map.of("steps", 5.0), Target.NONE);
    for (AttackPlan plan : List.of(byHand, byItself)) {
      try (PreparedAttack iterated = prepare(classifier, 20, plan)) {
        assertSamePixels(expected.get("iterated_fgsm_5x006").floats(), iterated.images(0.3));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic", "mlp", "small-cnn"})
  void pgdIsAsStrongAsPyTorchs(String model) throws Exception {
    assertAsStrong(model);
  }

  @Test
  @Tag("full")
  void pgdOnLeNetIsAsStrongAsPyTorchs() throws Exception {
    assertAsStrong("lenet");
  }

  private static void assertAsStrong(String model) throws Exception {
    Classifier classifier = Reference.classifier(compute, model);
    double robust =
        new RobustAccuracy(compute, classifier, Reference.mnistTest(10_000))
            .run(JobContext.of(nothing -> {}));
    assertEquals(fact(model, "pgd40_no_start_eps01_step0025_1000"), robust, 0.003);

    Map<String, Double> settings = Map.of("steps", 40.0, "step-size", 0.01, "random-start", 0.0);
    try (PreparedAttack next = prepare(classifier, 200, plan("pgd", settings, Target.NEXT))) {
      boolean[] success = next.at(0.2).success();
      int hits = 0;
      for (boolean hit : success) {
        hits += hit ? 1 : 0;
      }
      assertEquals(fact(model, "targeted_pgd40_eps02_step001_next_class_200"), hits / 200.0, 0.01);
    }
  }

  private static double fact(String model, String name) throws Exception {
    return Reference.facts(model).get(name).getAsDouble();
  }
}
