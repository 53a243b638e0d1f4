package epsilonlab.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.model.Classifier;
import epsilonlab.model.Reference;
import epsilonlab.model.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stronger attacks on the reference models: as strong as torchattacks', and in order. */
class StrongAttacksTest {
  private static final int COUNT = 200;
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static double accuracy(
      Classifier classifier, int count, String attack, Map<String, Double> values, double epsilon) {
    Attack known = Attacks.get(attack);
    AttackPlan plan = new AttackPlan(known, AttackSettings.of(known, values), Target.NONE, 0);
    ImageSet digits = Reference.mnistTest(count);
    try (PreparedAttack prepared = PreparedAttack.of(compute, classifier, digits, i -> i, plan)) {
      return prepared.accuracy(epsilon);
    }
  }

  /** The slack is that of the reference's README. */
  private static void assertAsStrong(String model, String epsilon, boolean square)
      throws IOException {
    JsonObject row =
        JsonParser.parseString(Files.readString(SharedFiles.of("reference/strong.json")))
            .getAsJsonObject()
            .getAsJsonObject(model)
            .getAsJsonObject(epsilon);
    Classifier classifier = Reference.classifier(compute, model);
    double radius = Double.parseDouble(epsilon);
    Map<String, String> names =
        square
            ? Map.of("square", "square_1000_queries")
            : Map.of(
                "apgd-ce", "apgd_ce_50",
                "apgd-dlr", "apgd_dlr_50",
                "mi-fgsm", "mifgsm_10_steps_decay_1");
    names.forEach(
        (attack, key) -> {
          double got = accuracy(classifier, COUNT, attack, Map.of(), radius);
          double most = row.get(key).getAsDouble() + (square ? 0.05 : 0.02);
          assertTrue(got <= most + 1e-9, model + " " + epsilon + " " + attack + ": " + got);
        });
  }

  @Test
  void gradientAttacksAreAsStrongAsTorchattacks() throws IOException {
    assertAsStrong("small-cnn", "0.1", false);
  }

  @ParameterizedTest
  @Tag("full")
  @CsvSource({
    "small-cnn, 0.05, false",
    "lenet, 0.1, false",
    "lenet, 0.2, false",
    "small-cnn, 0.05, true",
    "small-cnn, 0.1, true",
    "lenet, 0.1, true",
    "lenet, 0.2, true"
  })
  void allAreAsStrongAsTorchattacks(String model, String epsilon, boolean square)
      throws IOException {
    assertAsStrong(model, epsilon, square);
  }

  @ParameterizedTest
  @CsvSource({"logistic, 0.05", "mlp, 0.05"})
  void theStrongestIsTheStrongest(String model, double epsilon) {
    assertOrder(model, epsilon, 100);
  }

  @ParameterizedTest
  @Tag("full")
  @CsvSource({"small-cnn, 0.05", "small-cnn, 0.1", "lenet, 0.1", "lenet, 0.2"})
  void theStrongestIsTheStrongestOnConvolutions(String model, double epsilon) {
    assertOrder(model, epsilon, COUNT);
  }

  private static void assertOrder(String model, double epsilon, int count) {
    Classifier classifier = Reference.classifier(compute, model);
    Map<String, Double> queries = Map.of("queries", 100.0);
    double strongest = accuracy(classifier, count, "strongest", queries, epsilon);
    double pgd = accuracy(classifier, count, "pgd", Map.of(), epsilon);
    double apgd = accuracy(classifier, count, "apgd-ce", Map.of(), epsilon);
    double ratio = accuracy(classifier, count, "apgd-dlr", Map.of(), epsilon);
    double square = accuracy(classifier, count, "square", queries, epsilon);
    String all = model + ": " + strongest + ", " + pgd + ", " + apgd + ", " + ratio;
    assertTrue(pgd > 0 && pgd < 1, all);
    assertTrue(apgd <= pgd, all);
    // its parts are the same attacks with the same random numbers
    assertTrue(strongest <= Math.min(Math.min(pgd, apgd), Math.min(ratio, square)), all);
  }
}
