package epsilonlab.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Losses;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network: shapes, forward pass, gradients, initial weights and validation. */
class NetworksTest {
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  static List<Architecture> networks() {
    return Architectures.ALL;
  }

  /** Shapes and parameter counts that PyTorch prints for shared/peers/models.py. */
  @Test
  void shapesAreThoseOfTheStateDict() {
    Map<String, String> shapes =
        Map.of(
            "logistic", "fc.weight [10, 784]; fc.bias [10]; 7850",
            "mlp",
                "fc1.weight [200, 784]; fc1.bias [200]; fc2.weight [100, 200]; fc2.bias [100];"
                    + " fc3.weight [10, 100]; fc3.bias [10]; 178110",
            "lenet",
                "conv1.weight [10, 1, 5, 5]; conv1.bias [10]; conv2.weight [20, 10, 5, 5];"
                    + " conv2.bias [20]; fc1.weight [50, 320]; fc1.bias [50]; fc2.weight [10, 50];"
                    + " fc2.bias [10]; 21840",
            "small-cnn",
                "conv1.weight [16, 1, 4, 4]; conv1.bias [16]; conv2.weight [32, 16, 4, 4];"
                    + " conv2.bias [32]; fc1.weight [100, 1568]; fc1.bias [100];"
                    + " fc2.weight [10, 100]; fc2.bias [10]; 166406",
            "madry-cnn",
                "conv1.weight [32, 1, 5, 5]; conv1.bias [32]; conv2.weight [64, 32, 5, 5];"
                    + " conv2.bias [64]; fc1.weight [1024, 3136]; fc1.bias [1024];"
                    + " fc2.weight [10, 1024]; fc2.bias [10]; 3274634");
    shapes.forEach(
        (id, expected) -> {
          Architecture network = Architectures.get(id);
          String listed =
              network.shapes().entrySet().stream()
                  .map(entry -> entry.getKey() + " " + Arrays.toString(entry.getValue()))
                  .collect(Collectors.joining("; "));
          assertEquals(expected, listed + "; " + network.parameterCount());
        });
  }

  /**
   * Logits of the first of two images, and the gradient of the summed cross-entropy (labels 3 and
   * 8) at pixels 0, 100, 400 and 783 of the first and 0 and 416 of the second, computed once by
   * PyTorch 2.7.1 with shared/peers/models.py and the weights of {@link #formula}.
   */
  private static final Map<String, float[][]> PYTORCH =
      Map.of(
          "logistic",
          new float[][] {
            {
              1.81328f, 0.33647f, -1.11176f, -0.17107f, 0.49781f, -3.30375f, -0.53226f, -0.65072f,
              -0.24309f, 0.38236f
            },
            {-0.01149f, 0.08476f, -0.14842f, 0.07322f, 0.06311f, -0.03691f}
          },
          "mlp",
          new float[][] {
            {
              -5.89069f, -1.63923f, 4.16263f, 1.12198f, -0.89123f, -1.01273f, 1.08204f, -0.97823f,
              -3.27634f, 0.47044f
            },
            {-0.03737f, -0.36140f, -0.05668f, -0.26280f, 0.11979f, 0.10065f}
          },
          "lenet",
          new float[][] {
            {
              -3.68630f,
              -4.25274f,
              10.11549f,
              16.41915f,
              29.02938f,
              12.85931f,
              -28.43636f,
              -1.70545f,
              19.61301f,
              2.57573f
            },
            {0.00000f, -0.17037f, 1.77200f, 0.01111f, -0.02845f, -0.11627f}
          },
          "small-cnn",
          new float[][] {
            {
              3.20654f, 9.33913f, 6.21324f, -6.74809f, 12.61992f, -7.24132f, 1.72428f, -1.67791f,
              -4.02572f, -0.40428f
            },
            {-0.16153f, 0.17109f, -0.01357f, 0.18470f, 0.16093f, 0.17538f}
          },
          "madry-cnn",
          new float[][] {
            {
              3.63236f,
              -7.76155f,
              6.71142f,
              -7.47066f,
              -11.64274f,
              -4.76038f,
              3.33310f,
              18.76387f,
              12.25420f,
              -7.67722f
            },
            {0.41018f, 0.59540f, -0.21212f, 0.22896f, -0.16671f, -0.01413f}
          });

  private static final int[] PIXELS = {0, 100, 400, 783, 784, 1200};

  private static Weights formula(Architecture network) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    double bound = 0;
    int k = 0;
    for (var entry : network.shapes().entrySet()) {
      long[] shape = entry.getValue();
      float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
      bound = shape.length > 1 ? 1 / Math.sqrt((double) values.length / shape[0]) : bound;
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (Math.sin(0.37 * i * i % 1000 + k) * 3 * bound);
      }
      tensors.put(entry.getKey(), new HostTensor(values, shape));
      k++;
    }
    return Weights.of(tensors);
  }

  private static float[] someImages(int count) {
    float[] pixels = new float[count * 784];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (i * 37 % 256 / 255.0);
    }
    return pixels;
  }

  private static float[] logits(Classifier classifier, float[] images) {
    return compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            NDArray x = Tensors.of(manager, images, images.length / 784, 1, 28, 28);
            return classifier.logits(x).toFloatArray();
          }
        });
  }

  private static float[] gradient(Classifier classifier, float[] images, long... labels) {
    return compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            NDArray x = Tensors.of(manager, images, labels.length, 1, 28, 28);
            NDArray y = Tensors.of(manager, labels);
            return Gradients.of(x, in -> Losses.crossEntropy(classifier.logits(in), y).sum())
                .toFloatArray();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("networks")
  void forwardAndBackwardAreThoseOfPyTorch(Architecture network) {
    float[][] expected = PYTORCH.get(network.id());
    Classifier classifier = new Classifier(compute, "formula", network, formula(network));
    float[] images = someImages(2);
    assertArrayEquals(expected[0], Arrays.copyOf(logits(classifier, images), 10), 2e-4f);
    float[] gradient = gradient(classifier, images, 3, 8);
    float[] some = new float[PIXELS.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = gradient[PIXELS[i]];
    }
    assertArrayEquals(expected[1], some, 1e-4f);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theInputGradientIsTheSlopeOfTheLoss(Architecture network) {
    Classifier classifier =
        new Classifier(compute, "initial", network, network.initialWeights(Seed.of(4)));
    SplittableRandom random = new SplittableRandom(9);
    float[] image = new float[784];
    for (int p = 0; p < 784; p++) {
      image[p] = random.nextInt(256) / 255f;
    }
    float[] gradient = gradient(classifier, image, 6);
    double largest = 0;
    for (float g : gradient) {
      largest = Math.max(largest, Math.abs(g));
    }
    for (int trial = 0; trial < 6; trial++) {
      // all pixels along the gradient at once, then a few alone; small steps cross few kinks
      float[] direction = new float[784];
      double expected = 0;
      double scale = 0;
      for (int p = 0; p < 784; p++) {
        boolean alone = trial > 0;
        direction[p] = alone ? (p == 97 * trial + 50 ? 1 : 0) : Math.signum(gradient[p]);
        expected += (double) direction[p] * gradient[p];
        scale += Math.abs(direction[p]) * largest;
      }
      double h = trial > 0 ? 1.0 / 256 : 1.0 / 1024;
      double slope =
          (loss(classifier, image, direction, h) - loss(classifier, image, direction, -h))
              / (2 * h);
      assertEquals(expected, slope, 0.05 * scale, "trial " + trial);
    }
  }

  /** The cross-entropy of class 6, from float32 logits in double precision. */
  private static double loss(Classifier classifier, float[] image, float[] direction, double h) {
    float[] moved = new float[784];
    for (int p = 0; p < 784; p++) {
      moved[p] = (float) (image[p] + h * direction[p]);
    }
    double sum = 0;
    float[] logits = logits(classifier, moved);
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    return Math.log(sum) - logits[6];
  }

  @ParameterizedTest
  @MethodSource("networks")
  void initialWeightsFillPyTorchsBounds(Architecture network) {
    Weights weights = network.initialWeights(Seed.of(1));
    double bound = 0;
    for (var entry : network.shapes().entrySet()) {
      long[] shape = entry.getValue();
      if (shape.length > 1) {
        double fanIn = 1;
        for (int i = 1; i < shape.length; i++) {
          fanIn *= shape[i];
        }
        bound = 1 / Math.sqrt(fanIn);
      }
      float[] values = weights.get(entry.getKey()).values();
      double squares = 0;
      for (float value : values) {
        assertTrue(Math.abs(value) <= bound * 1.000001, entry.getKey());
        squares += (double) value * value;
      }
      if (values.length >= 200) {
        // uniform in [-b, b] has the variance b^2 / 3
        assertEquals(1 / 3.0, squares / values.length / bound / bound, 0.08, entry.getKey());
      }
    }
    assertEquals(weights, network.initialWeights(Seed.of(1)));
    assertNotEquals(weights, network.initialWeights(Seed.of(2)));
  }

  private static String complaint(Architecture network, Map<String, HostTensor> tensors) {
    String said =
        assertThrows(LabException.class, () -> network.validate("cat.st", Weights.of(tensors)))
            .getMessage();
    assertTrue(said.startsWith("cat.st") && said.contains("--model") && said.endsWith("."), said);
    assertEquals(1, said.lines().count());
    return said;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void weightsOfAnotherNetworkAreRefused(Architecture network) {
    Map<String, HostTensor> good = network.initialWeights(Seed.of(0)).asMap();
    network.validate("cat.st", Weights.of(good));
    String last = new ArrayList<>(good.keySet()).get(good.size() - 1);

    Map<String, HostTensor> without = new LinkedHashMap<>(good);
    without.remove(last);
    assertTrue(complaint(network, without).contains("has no " + last));

    Map<String, HostTensor> wider = new LinkedHashMap<>(good);
    wider.put(last, new HostTensor(new float[11], 11));
    String said = complaint(network, wider);
    assertTrue(said.contains("[11]") && said.contains("[10]") && said.contains(last), said);

    Map<String, HostTensor> more = new LinkedHashMap<>(good);
    more.put("tail.weight", new HostTensor(new float[1], 1));
    assertTrue(complaint(network, more).contains("tail.weight"));
  }

  @Test
  void anUnknownNetworkIsAnsweredWithTheKnownOnes() {
    String said = assertThrows(LabException.class, () -> Architectures.get("resnet")).getMessage();
    assertTrue(said.contains("'resnet'") && said.contains("small-cnn"), said);
  }

  @Test
  void droppedClassifiersFreeTheirArrays() throws Exception {
    System.gc();
    int before = compute.longLivedArrays();
    Architecture logistic = Architectures.get("logistic");
    Weights weights = logistic.initialWeights(Seed.of(0));
    List<Classifier> kept = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      kept.add(new Classifier(compute, "many", logistic, weights));
    }
    assertTrue(compute.longLivedArrays() >= before + 200);
    assertEquals(20, logits(kept.get(7), someImages(2)).length);
    kept.clear();
    // the cleaner runs some time after a collection
    for (int i = 0; i < 100 && compute.longLivedArrays() > before; i++) {
      System.gc();
      Thread.sleep(50);
    }
    assertTrue(compute.longLivedArrays() <= before, "still " + compute.longLivedArrays());
  }
}
