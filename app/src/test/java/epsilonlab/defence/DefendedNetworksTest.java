package epsilonlab.defence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.attack.AttackLoss;
import epsilonlab.attack.Examples;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The defended networks' answers and gradients, and those that the adaptive attacks take. */
class DefendedNetworksTest {
  private static final int COUNT = 6;
  private static Compute compute;
  private static Classifier bare;
  private static ImageSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 1);
    var lenet = Architectures.get("lenet");
    bare = new Classifier(compute, "bare", lenet, lenet.initialWeights(Seed.of(3)));
    digits = SyntheticDigits.generate(4, 1, COUNT).test();
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  static List<Defence> defences() {
    return Defences.ALL;
  }

  private static void on(Consumer<Examples> body) {
    compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            body.accept(
                new Examples(
                    Tensors.of(manager, digits.images(0, COUNT), COUNT, 1, 28, 28),
                    Tensors.of(manager, digits.labels(0, COUNT)),
                    null,
                    new long[] {0, 1, 2, 3, 4, 5},
                    Seed.of(0)));
          }
          return null;
        });
  }

  private static float[] gradient(Network network, NDArray images, LogitsLoss loss) {
    return network.inputGradient(images, loss).gradient().toFloatArray();
  }

  private static float[] times(float[] values, float factor) {
    float[] product = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      product[i] = factor * values[i];
    }
    return product;
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @ParameterizedTest
  @MethodSource("defences")
  void aDefenceDescribesItself(Defence defence) {
    assertSame(defence, Defences.get(defence.id()));
    assertTrue(defence.id().matches("[a-z]+(-[a-z]+)*"), defence.id());
    assertTrue(defence.sentence().endsWith(".") && defence.weakness().endsWith("."));
    assertTrue(defence.paper().matches(".*\\(20\\d\\d\\)"), defence.paper());
    assertFalse(defence.title().isBlank() || defence.adaptiveAttack().isBlank());
    Set<String> titles = new HashSet<>();
    Defences.ALL.forEach(each -> titles.add(each.title()));
    assertEquals(Defences.ALL.size(), titles.size());
    assertThrows(LabException.class, () -> Defences.get("nonsense"));
  }

  @ParameterizedTest
  @MethodSource("defences")
  void theLogitsBesideAGradientAreThoseAtTheImages(Defence defence) {
    on(
        examples -> {
          LogitsLoss loss = AttackLoss.MARGIN.sum(examples);
          Network defended = defence.defend(bare, Seed.of(5));
          Network attacked = defence.adaptive(bare, Seed.of(6)).network();
          for (Network network : List.of(defended, attacked)) {
            float[] logits = network.logits(examples.images()).toFloatArray();
            Network.InputGradient seen = network.inputGradient(examples.images(), loss);
            assertArrayEquals(logits, seen.logits().toFloatArray(), 1e-5f * largest(logits));
            assertEquals(examples.images().getShape(), seen.gradient().getShape());
          }
          assertTrue(largest(gradient(attacked, examples.images(), loss)) > 0);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"bit-depth", "thresholding", "shattered-gradients"})
  void bpdaHasTheBareNetworksGradientAtTheChangedImages(String id) {
    on(
        examples -> {
          NDArray images = examples.images().add(examples.uniformNoise("far").abs()).clip(0, 1);
          NDArray changed =
              switch (id) {
                case "bit-depth" -> images.mul(7).round().div(7);
                case "thresholding" -> images.gt(0.5).toType(images.getDataType(), true);
                default ->
                    images.sub(
                        images.mul(2 * Math.PI * 601.3).sin().mul(30 / (2 * Math.PI * 601.3)));
              };
          LogitsLoss loss = LogitsLoss.crossEntropy(examples.labels());
          float[] expected = gradient(bare, changed, loss);
          Network attacked = Defences.get(id).adaptive(bare, Seed.of(0)).network();
          float[] got = gradient(attacked, images, loss);
          assertArrayEquals(expected, got, 1e-3f * largest(expected));
          assertFalse(java.util.Arrays.equals(expected, gradient(bare, images, loss)));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"bit-depth", "thresholding", "total-variation"})
  void someDefencesAreFlatEverywhere(String id) {
    on(
        examples -> {
          Network defended = Defences.get(id).defend(bare, Seed.of(0));
          LogitsLoss loss = AttackLoss.MARGIN.sum(examples);
          assertEquals(0, largest(gradient(defended, examples.images(), loss)));
        });
  }

  /** Both explicitly: the defence seed by seed, and what the attacker takes. */
  @ParameterizedTest
  @ValueSource(strings = {"random-resizing", "noise"})
  void eotIsTheMeanOverItsDraws(String id) {
    on(
        examples -> {
          LogitsLoss loss = LogitsLoss.crossEntropy(examples.labels());
          Defence defence = Defences.get(id);
          int draws = 10;
          double[] mean = new double[COUNT * 784];
          float[] one = null;
          for (int k = 0; k < draws; k++) {
            one = gradient(defence.defend(bare, Seed.of(8).split(k)), examples.images(), loss);
            for (int p = 0; p < mean.length; p++) {
              mean[p] += one[p] / draws;
            }
          }
          float[] got =
              gradient(defence.adaptive(bare, Seed.of(8)).network(), examples.images(), loss);
          float size = largest(one);
          double apart = 0;
          for (int p = 0; p < mean.length; p++) {
            assertEquals(mean[p], got[p], 1e-5 * size);
            apart = Math.max(apart, Math.abs(one[p] - got[p]));
          }
          assertTrue(apart > 0.01 * size, "one draw is not the mean");
        });
  }

  /** A network that is as sure as a trained one: its own answers, by a margin of 20. */
  private static Network sure(Examples examples) {
    return new ScaledLogits(bare, 20 / margin(examples));
  }

  private static double margin(Examples examples) {
    NDArray logits = bare.logits(examples.images());
    float[] sorted = logits.sort(1).toFloatArray();
    double least = Double.MAX_VALUE;
    for (int i = 0; i < COUNT; i++) {
      least = Math.min(least, sorted[i * 10 + 9] - sorted[i * 10 + 8]);
    }
    return least;
  }

  @ParameterizedTest
  @ValueSource(strings = {"logit-scaling", "distillation"})
  void aSaturatedSoftmaxHasNoGradientButTheMarginHas(String id) {
    on(
        plain -> {
          NDArray answers = bare.logits(plain.images()).argMax(1);
          Examples examples =
              new Examples(plain.images(), answers, null, plain.ids(), plain.seed());
          Network network = sure(examples);
          float factor = id.equals("distillation") ? 100 : 1000;
          Network defended = Defences.get(id).defend(network, Seed.of(0));
          LogitsLoss entropy = LogitsLoss.crossEntropy(answers);
          LogitsLoss margin = AttackLoss.MARGIN.sum(examples);
          assertTrue(largest(gradient(network, examples.images(), entropy)) > 0);
          assertEquals(0, largest(gradient(defended, examples.images(), entropy)));
          float[] slope = times(gradient(network, examples.images(), margin), factor);
          assertArrayEquals(
              slope, gradient(defended, examples.images(), margin), 1e-4f * largest(slope));

          AdaptiveAttack adaptive = Defences.get(id).adaptive(network, Seed.of(0));
          boolean onMargin = adaptive.settings().values().get("loss") == 1;
          LogitsLoss its = onMargin ? margin : entropy;
          assertTrue(largest(gradient(adaptive.network(), examples.images(), its)) > 0);
        });
  }

  @Test
  void distillationsTemperatureIsTakenOutAgain() {
    on(
        examples -> {
          LogitsLoss loss = LogitsLoss.crossEntropy(examples.labels());
          float[] expected = gradient(bare, examples.images(), loss);
          Network attacked = Defences.get("distillation").adaptive(bare, Seed.of(0)).network();
          assertArrayEquals(
              expected, gradient(attacked, examples.images(), loss), 1e-4f * largest(expected));
        });
  }
}
