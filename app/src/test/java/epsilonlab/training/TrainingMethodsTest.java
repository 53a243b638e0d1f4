package epsilonlab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.Parameters;
import epsilonlab.model.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Training methods against steps computed here and against differences of their own losses. */
class TrainingMethodsTest {
  private static final int IMAGES = 20;

  private static Compute compute;
  private static DataSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    digits = SyntheticDigits.generate(4, IMAGES, 20);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  static List<TrainingMethod> methods() {
    return TrainingMethods.ALL;
  }

  /** Those that choose the direction of the change; noise has none. */
  static List<TrainingMethod> attacking() {
    return TrainingMethods.ALL.stream()
        .filter(method -> !List.of("standard", "noise").contains(method.id()))
        .toList();
  }

  private static AdversarialSettings settings(String method, double epsilon) {
    return AdversarialSettings.defaults(TrainingMethods.get(method), epsilon);
  }

  /** Loss, gradients and right answers of one shard of all images. */
  private record Learnt(double loss, long right, float[][] gradients) {}

  private static Learnt learn(
      Architecture architecture, Weights weights, AdversarialSettings settings, double ramp) {
    try (NDManager manager = compute.newManager();
        DeviceImages images = DeviceImages.upload(compute, digits.train(), 0, IMAGES)) {
      return compute.call(
          () -> {
            Parameters parameters = Parameters.upload(manager, weights);
            NDArray order =
                Tensors.keep(Tensors.of(manager, LongStream.range(0, IMAGES).toArray()), manager);
            Shard.Learner learner =
                new Shard.Learner(
                    architecture,
                    architecture.script(compute),
                    parameters,
                    parameters.list(architecture),
                    images,
                    settings);
            Shard shard =
                new Shard(
                    learner, order, 0, IMAGES, 1.0 / IMAGES, ramp, Seed.of(3).split(1), manager);
            LayerScript.BatchGradients batch = settings.method().gradients(shard);
            float[][] gradients =
                batch.gradients().stream().map(NDArray::toFloatArray).toArray(float[][]::new);
            return new Learnt(batch.loss(), batch.right(), gradients);
          });
    }
  }

  /** The gradient of logistic regression's mean cross-entropy at x + epsilon sign(gradient). */
  private static double[] fgsmGradientByHand(Weights weights, ImageSet images, double epsilon) {
    double[] gradient = new double[7850];
    float[] w = weights.get("fc.weight").values();
    for (int i = 0; i < images.size(); i++) {
      double[] x = new double[784];
      for (int k = 0; k < 784; k++) {
        x[k] = images.image(i)[k];
      }
      double[] slope = slope(weights, x, images.label(i));
      for (int k = 0; k < 784; k++) {
        double ascent = 0;
        for (int c = 0; c < 10; c++) {
          ascent += slope[c] * w[c * 784 + k];
        }
        x[k] = Math.min(1, Math.max(0, x[k] + epsilon * Math.signum(ascent)));
      }
      slope = slope(weights, x, images.label(i));
      for (int c = 0; c < 10; c++) {
        for (int k = 0; k < 784; k++) {
          gradient[c * 784 + k] += slope[c] * x[k] / images.size();
        }
        gradient[7840 + c] += slope[c] / images.size();
      }
    }
    return gradient;
  }

  private static double[] slope(Weights weights, double[] x, int label) {
    double[] p = new double[10];
    double sum = 0;
    for (int c = 0; c < 10; c++) {
      double z = weights.get("fc.bias").values()[c];
      for (int k = 0; k < 784; k++) {
        z += weights.get("fc.weight").values()[c * 784 + k] * x[k];
      }
      p[c] = Math.exp(z);
      sum += p[c];
    }
    for (int c = 0; c < 10; c++) {
      p[c] = p[c] / sum - (c == label ? 1 : 0);
    }
    return p;
  }

  @ParameterizedTest
  @CsvSource({"0.3, 1", "0.3, 0.5", "0.1, 0"})
  void fgsmTrainingLearnsAtTheAdversarialImages(double epsilon, double ramp) {
    Architecture logistic = Architectures.get("logistic");
    Weights weights = logistic.initialWeights(Seed.of(1));
    Learnt learnt = learn(logistic, weights, settings("fgsm", epsilon), ramp);
    double[] hand = fgsmGradientByHand(weights, digits.train(), epsilon * ramp);
    for (int i = 0; i < 7840; i++) {
      assertEquals(hand[i], learnt.gradients[0][i], 2e-6);
    }
    for (int c = 0; c < 10; c++) {
      assertEquals(hand[7840 + c], learnt.gradients[1][c], 2e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fgsm", "fast", "pgd"})
  void atEpsilonZeroAnAttackChangesNothing(String method) {
    for (String model : List.of("mlp", "small-cnn")) {
      Architecture architecture = Architectures.get(model);
      Weights weights = architecture.initialWeights(Seed.of(2));
      Learnt standard = learn(architecture, weights, settings("standard", 0), 1);
      AdversarialSettings threefold =
          new AdversarialSettings(
              TrainingMethods.get(method), 0.3, 2, Double.NaN, 1, 0.3, 0.25, 3, 1);
      // no part of epsilon yet; three copies count as one
      Learnt learnt = learn(architecture, weights, threefold, 0);
      assertEquals(standard.loss, learnt.loss, 1e-4);
      assertEquals(standard.right, learnt.right);
      for (int g = 0; g < standard.gradients.length; g++) {
        assertArrayEquals(standard.gradients[g], learnt.gradients[g], 1e-6f, method);
      }
    }
  }

  @Test
  void aCleanShareLeavesThatManyImagesAlone() {
    Architecture logistic = Architectures.get("logistic");
    Weights weights = logistic.initialWeights(Seed.of(1));
    AdversarialSettings half =
        new AdversarialSettings(TrainingMethods.get("fgsm"), 0.3, 1, Double.NaN, 1, 0, 0.5, 1, 1);
    double clean = learn(logistic, weights, settings("standard", 0), 1).loss;
    double all = learn(logistic, weights, settings("fgsm", 0.3), 1).loss;
    double mixed = learn(logistic, weights, half, 1).loss;
    assertTrue(clean < mixed && mixed < all, clean + " < " + mixed + " < " + all);
  }

  @ParameterizedTest
  @MethodSource("attacking")
  void perturbedImagesAreHarder(TrainingMethod method) {
    Architecture architecture = Architectures.get("mlp");
    Weights weights = architecture.initialWeights(Seed.of(2));
    double clean = learn(architecture, weights, settings("standard", 0), 1).loss;
    double hard = learn(architecture, weights, AdversarialSettings.defaults(method, 0.3), 1).loss;
    assertTrue(hard > clean, method.id() + ": " + clean + " to " + hard);
  }

  /** TRADES with its perturbed images held fixed, so that only the outer loss is differentiated. */
  @Test
  void tradesGradientsAtDistantImagesAreThoseOfItsLoss() {
    Architecture architecture = Architectures.get("mlp");
    Weights weights = architecture.initialWeights(Seed.of(6));
    try (NDManager manager = compute.newManager();
        DeviceImages images = DeviceImages.upload(compute, digits.train(), 0, IMAGES)) {
      float[] pixels = images.images().toFloatArray();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = 1 - pixels[i];
      }
      AdversarialSettings trades = settings("trades", 0.3);
      assertGradients(
          architecture,
          weights,
          w ->
              compute.call(
                  () -> {
                    Parameters parameters = Parameters.upload(manager, w);
                    NDArray order =
                        Tensors.keep(
                            Tensors.of(manager, LongStream.range(0, IMAGES).toArray()), manager);
                    Shard shard =
                        new Shard(
                            new Shard.Learner(
                                architecture,
                                architecture.script(compute),
                                parameters,
                                parameters.list(architecture),
                                images,
                                trades),
                            order,
                            0,
                            IMAGES,
                            1.0 / IMAGES,
                            1,
                            Seed.of(0),
                            manager);
                    LayerScript.BatchGradients batch =
                        TradesTraining.learn(
                            shard,
                            shard.examples(),
                            Tensors.of(manager, pixels, IMAGES, 1, 28, 28));
                    return new Learnt(
                        batch.loss(),
                        batch.right(),
                        batch.gradients().stream()
                            .map(NDArray::toFloatArray)
                            .toArray(float[][]::new));
                  }));
    }
  }

  /** Directional derivatives by central differences, along the gradient of each weight alone. */
  private static void assertGradients(
      Architecture architecture, Weights weights, Function<Weights, Learnt> loss) {
    Learnt at = loss.apply(weights);
    List<String> names = List.copyOf(architecture.shapes().keySet());
    for (int g = 0; g < names.size(); g++) {
      float[] gradient = at.gradients[g];
      double norm = 0;
      for (float value : gradient) {
        norm += (double) value * value;
      }
      norm = Math.sqrt(norm);
      double step = 1e-2;
      double up = loss.apply(moved(weights, names.get(g), gradient, step / norm)).loss / IMAGES;
      double down = loss.apply(moved(weights, names.get(g), gradient, -step / norm)).loss / IMAGES;
      assertEquals(norm, (up - down) / (2 * step), 0.01 * norm + 1e-4, names.get(g));
    }
  }

  private static Weights moved(Weights weights, String name, float[] direction, double factor) {
    Map<String, HostTensor> all = new HashMap<>();
    for (String other : weights.names()) {
      HostTensor tensor = weights.get(other);
      float[] values = tensor.values().clone();
      if (other.equals(name)) {
        for (int i = 0; i < values.length; i++) {
          values[i] += (float) (factor * direction[i]);
        }
      }
      all.put(other, new HostTensor(values, tensor.shape()));
    }
    return Weights.of(all);
  }

  @Test
  void epsilonGrowsOverTheRamp() {
    AdversarialSettings settings = settings("pgd", 0.3);
    assertEquals(0, settings.ramp(0));
    assertEquals(0.5, settings.ramp(0.15), 1e-12);
    assertEquals(1, settings.ramp(0.3), 1e-12);
    assertEquals(1, settings.ramp(1));
    AdversarialSettings none =
        new AdversarialSettings(TrainingMethods.get("pgd"), 0.3, 7, Double.NaN, 1, 0, 0, 1, 6);
    assertEquals(1, none.ramp(0));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void describesItself(TrainingMethod method) {
    assertEquals(method, TrainingMethods.get(method.id()));
    assertTrue(method.sentence().endsWith(".") && !method.title().isBlank());
    assertTrue(method.passes(settings("pgd", 0.3)) >= 1);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 7, 0.1, 1, 0.3, 0, 1, 6, epsilon",
    "0.3, 0, 0.1, 1, 0.3, 0, 1, 6, steps",
    "0.3, 7, 0, 1, 0.3, 0, 1, 6, step size",
    "0.3, 7, 0.1, 0, 0.3, 0, 1, 6, restarts",
    "0.3, 7, 0.1, 1, 1.1, 0, 1, 6, ramp",
    "0.3, 7, 0.1, 1, 0.3, 1, 1, 6, clean share",
    "0.3, 7, 0.1, 1, 0.3, 0, 0, 6, examples",
    "0.3, 7, 0.1, 1, 0.3, 0, 1, 0, beta"
  })
  void aSettingOutOfItsRangeIsNamed(
      double epsilon,
      int steps,
      double size,
      int restarts,
      double ramp,
      double clean,
      int copies,
      double beta,
      String named) {
    LabException refused =
        assertThrows(
            LabException.class,
            () ->
                new AdversarialSettings(
                    TrainingMethods.STANDARD,
                    epsilon,
                    steps,
                    size,
                    restarts,
                    ramp,
                    clean,
                    copies,
                    beta));
    assertTrue(refused.getMessage().contains(named), refused.getMessage());
  }
}
