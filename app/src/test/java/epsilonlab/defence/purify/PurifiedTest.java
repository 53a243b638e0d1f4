package epsilonlab.defence.purify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.generative.FullyConnectedGan;
import epsilonlab.generative.GenerativeNetwork;
import epsilonlab.generative.Purifier;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import epsilonlab.model.Weights;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers and gradients of a classifier behind a purifier, against loops in Java. */
class PurifiedTest {
  private static final int COUNT = 3;
  private static final int PIXELS = 784;
  private static final float[] WEIGHTS = SmallPurifiers.uniform(7, COUNT * 10);
  private static Compute compute;
  private static Weights logistic;
  private static Classifier classifier;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 1);
    var architecture = Architectures.get("logistic");
    logistic = architecture.initialWeights(Seed.of(3));
    classifier = new Classifier(compute, "logistic", architecture, logistic);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  static List<GenerativeNetwork> kinds() {
    return List.of(SmallPurifiers.AUTOENCODER, SmallPurifiers.VAE);
  }

  private static Purified purified(GenerativeNetwork kind, AdaptiveGradient way) {
    return new Purified(classifier, SmallPurifiers.of(compute, kind), way);
  }

  private static float[] on(float[] pixels, Function<NDArray, NDArray> body) {
    return compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            return body.apply(Tensors.of(manager, pixels, COUNT, 1, 28, 28)).toFloatArray();
          }
        });
  }

  /** The gradient of the sum of the logits times {@link #WEIGHTS}. */
  private static float[] gradient(Network network, float[] pixels) {
    return on(
        pixels,
        images -> {
          NDArray weights = Tensors.of(images.getManager(), WEIGHTS, COUNT, 10);
          return network.inputGradient(images, LogitsLoss.weighted(weights)).gradient();
        });
  }

  private static double[] image(double[] pixels, int i) {
    return java.util.Arrays.copyOfRange(pixels, i * PIXELS, (i + 1) * PIXELS);
  }

  private static double[] logitsByHand(GenerativeNetwork kind, double[] image) {
    return SmallPurifiers.linear(logistic, "fc", SmallPurifiers.byHand(kind, image));
  }

  private static double lossByHand(GenerativeNetwork kind, double[] pixels) {
    double loss = 0;
    for (int i = 0; i < COUNT; i++) {
      double[] logits = logitsByHand(kind, image(pixels, i));
      for (int c = 0; c < logits.length; c++) {
        loss += WEIGHTS[i * 10 + c] * logits[c];
      }
    }
    return loss;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theClassifierSeesWhatThePurifierMakes(GenerativeNetwork kind) {
    float[] pixels = SmallPurifiers.uniform(1, COUNT * PIXELS);
    float[] logits = on(pixels, purified(kind, AdaptiveGradient.EXACT)::logits);
    float[] restored = SmallPurifiers.of(compute, kind).restore(pixels).values();
    for (int i = 0; i < COUNT; i++) {
      double[] image = image(doubles(pixels), i);
      double[] byHand = SmallPurifiers.byHand(kind, image);
      assertArrayEquals(byHand, image(doubles(restored), i), 1e-5);
      double[] answer = logitsByHand(kind, image);
      for (int c = 0; c < 10; c++) {
        assertEquals(answer[c], logits[i * 10 + c], 1e-4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theGradientGoesThroughBoth(GenerativeNetwork kind) {
    float[] pixels = SmallPurifiers.uniform(1, COUNT * PIXELS);
    float[] gradient = gradient(purified(kind, AdaptiveGradient.EXACT), pixels);
    double[] at = doubles(pixels);
    double largest = 0;
    for (int p = 0; p < gradient.length; p += 7) {
      double kept = at[p];
      at[p] = kept + 1e-5;
      double ahead = lossByHand(kind, at);
      at[p] = kept - 1e-5;
      double behind = lossByHand(kind, at);
      at[p] = kept;
      double slope = (ahead - behind) / 2e-5;
      largest = Math.max(largest, Math.abs(slope));
      assertEquals(slope, gradient[p], 1e-5 + 1e-3 * Math.abs(slope));
    }
    assertTrue(largest > 1e-3, "there is something to compare");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theGraphGivesTheSameGradient(GenerativeNetwork kind) {
    float[] pixels = SmallPurifiers.uniform(1, COUNT * PIXELS);
    Network purified = purified(kind, AdaptiveGradient.EXACT);
    float[] byGraph =
        on(
            pixels,
            images -> {
              NDArray weights = Tensors.of(images.getManager(), WEIGHTS, COUNT, 10);
              return Gradients.of(images, x -> purified.logits(x).mul(weights).sum());
            });
    assertArrayEquals(byGraph, gradient(purified, pixels), 1e-6f);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void bpdaTakesTheClassifiersGradientAtTheRestoredImages(GenerativeNetwork kind) {
    float[] gradient =
        gradient(
            purified(kind, AdaptiveGradient.IDENTITY), SmallPurifiers.uniform(1, COUNT * PIXELS));
    // of a linear classifier it is the same everywhere: the weights of its classes, mixed
    float[] matrix = logistic.get("fc.weight").values();
    for (int i = 0; i < COUNT; i++) {
      for (int p = 0; p < PIXELS; p++) {
        double mixed = 0;
        for (int c = 0; c < 10; c++) {
          mixed += (double) WEIGHTS[i * 10 + c] * matrix[c * PIXELS + p];
        }
        assertEquals(mixed, gradient[i * PIXELS + p], 1e-5);
      }
    }
  }

  @Test
  void whitePixelsKeepTheirGradient() {
    // pixel 1 gets s(20 + 20 x0), and in floats 1 - s(20) is 0
    float[] gradient =
        compute.call(
            () -> {
              try (NDManager manager = compute.newManager();
                  Purifier.Pass pass =
                      OnePixel.purifier(compute, 20, 20)
                          .forward(Tensors.of(manager, new float[PIXELS], 1, PIXELS))) {
                float[] onPixelOne = new float[PIXELS];
                onPixelOne[1] = 1;
                return pass.backward(Tensors.of(manager, onPixelOne, 1, PIXELS)).toFloatArray();
              }
            });
    double slope = Math.exp(-20) / Math.pow(1 + Math.exp(-20), 2);
    assertEquals(20 * slope, gradient[0], 1e-4 * slope);
  }

  @Test
  void whatRestoresNothingIsRefused() {
    var gan = new FullyConnectedGan(4, List.of(5), List.of(5), 0.3);
    var lenet = Architectures.get("lenet");
    for (var network : List.of(gan, lenet)) {
      String said =
          assertThrows(
                  LabException.class,
                  () -> Purifier.of(compute, network.id(), network.initialWeights(Seed.of(0))))
              .getMessage();
      assertTrue(said.contains(network.id()) && said.contains("autoencoder or a VAE"), said);
    }
    assertThrows(
        LabException.class,
        () -> Purifier.of(compute, SmallPurifiers.VAE.id(), lenet.initialWeights(Seed.of(0))));
  }
}
