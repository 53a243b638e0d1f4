package epsilonlab.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.Losses;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PyTorch's weights give PyTorch's logits and gradients. */
class ReferenceModelsTest {
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

  @ParameterizedTest
  @MethodSource("models")
  void logitsAndInputGradientsAreThoseOfPyTorch(String model) throws Exception {
    Classifier classifier = Reference.classifier(compute, model);
    var expected = Reference.first20(model);
    try (DeviceImages digits = DeviceImages.upload(compute, Reference.mnistTest(20), 0, 20)) {
      float[] logits = compute.call(() -> classifier.logits(digits.images()).toFloatArray());
      float[] gradient =
          compute.call(
              () ->
                  Gradients.of(
                          digits.images(),
                          x -> Losses.crossEntropy(classifier.logits(x), digits.labels()).sum())
                      .toFloatArray());
      assertArrayEquals(expected.get("logits").floats(), logits, 1e-4f);
      assertArrayEquals(expected.get("input_gradient").floats(), gradient, 1e-4f);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void theTestAccuracyIsThatOfPyTorch(String model) throws Exception {
    ImageSet test = Reference.mnistTest(10_000);
    double accuracy =
        Predictions.of(compute, Reference.classifier(compute, model), test).accuracy();
    // one digit whose two best logits are within rounding may go either way
    assertEquals(Reference.facts(model).get("test_accuracy").getAsDouble(), accuracy, 2e-4);
  }
}
