package epsilonlab.privacy.dpsgd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.Losses;
import epsilonlab.engine.Seed;
import epsilonlab.engine.layer.Dropout;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways of clipping against autograd, one image at a time. */
class ClippedGradientsTest {
  private static final int IMAGES = 12;
  private static Compute compute;
  private static DataSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    digits = SyntheticDigits.generate(3, IMAGES, 10);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  /** All weights' gradients behind each other, for each image. */
  private static List<float[]> byAutograd(Architecture network) {
    return each(
        network,
        (images, labels, weights, i) -> {
          String place = i + ":" + (i + 1);
          return Gradients.of(
                  weights,
                  leaves ->
                      Losses.crossEntropy(
                              network.logits(
                                  Parameters.named(network, leaves),
                                  images.get(place),
                                  Dropout.NONE),
                              labels.get(place))
                          .sum())
              .gradients();
        });
  }

  private interface One {
    List<NDArray> of(NDArray images, NDArray labels, List<NDArray> weights, int i);
  }

  private static List<float[]> each(Architecture network, One one) {
    return with(
        network,
        (images, labels, weights, owner) -> {
          List<float[]> all = new ArrayList<>();
          for (int i = 0; i < IMAGES; i++) {
            all.add(flat(one.of(images, labels, weights, i)));
          }
          return all;
        });
  }

  private interface Body<T> {
    T of(NDArray images, NDArray labels, List<NDArray> weights, NDManager owner);
  }

  private static <T> T with(Architecture network, Body<T> body) {
    try (NDManager manager = compute.newManager();
        DeviceImages images = DeviceImages.upload(compute, digits.train(), 0, IMAGES)) {
      return compute.call(
          () -> {
            Parameters parameters = Parameters.upload(manager, network.initialWeights(Seed.of(5)));
            return body.of(images.images(), images.labels(), parameters.list(network), manager);
          });
    }
  }

  private static float[] flat(List<NDArray> arrays) {
    float[] all = new float[0];
    for (NDArray array : arrays) {
      float[] values = array.toFloatArray();
      int before = all.length;
      all = Arrays.copyOf(all, before + values.length);
      System.arraycopy(values, 0, all, before, values.length);
    }
    return all;
  }

  private static double norm(float[] gradient) {
    double squares = 0;
    for (float value : gradient) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  /** The sum, clipped by hand. */
  private static double[] sum(List<float[]> gradients, double clip, double scale) {
    double[] sum = new double[gradients.get(0).length];
    for (float[] gradient : gradients) {
      double factor = Math.min(1, clip / norm(gradient)) * scale;
      for (int k = 0; k < sum.length; k++) {
        sum[k] += factor * gradient[k];
      }
    }
    return sum;
  }

  private static float[] found(
      ClippedGradients way, Architecture network, double clip, double scale, long[] clipped) {
    return with(
        network,
        (images, labels, weights, owner) -> {
          ClippedGradients.Sum sum =
              way.of(images, labels, weights, clip, scale, Seed.of(1), owner);
          clipped[0] = sum.clipped();
          return flat(sum.gradients());
        });
  }

  private static void assertNear(double[] expected, float[] found, double tolerance) {
    double[] wide = new double[found.length];
    for (int k = 0; k < wide.length; k++) {
      wide[k] = found[k];
    }
    assertArrayEquals(expected, wide, tolerance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic", "mlp", "small-cnn"})
  void theSumIsThatOfGradientsClippedOneByOne(String name) {
    Architecture network = Architectures.get(name);
    List<float[]> gradients = byAutograd(network);
    double[] norms = gradients.stream().mapToDouble(g -> norm(g)).sorted().toArray();
    double clip = (norms[IMAGES / 2 - 1] + norms[IMAGES / 2]) / 2;
    long[] clipped = new long[1];
    float[] found = found(ClippedGradients.of(compute, network), network, clip, 0.25, clipped);
    assertNear(sum(gradients, clip, 0.25), found, 2e-6 * clip);
    assertEquals(IMAGES / 2, clipped[0], "how many were clipped");
    if (!name.equals("small-cnn")) {
      float[] slowly = found(new OneByOne(network.script(compute)), network, clip, 0.25, clipped);
      assertNear(sum(gradients, clip, 0.25), slowly, 2e-6 * clip);
      assertEquals(IMAGES / 2, clipped[0], "how many were clipped");
    }
  }

  @Test
  void theFastWayIsTakenWhereItFits() {
    assertInstanceOf(
        GhostClipping.class, ClippedGradients.of(compute, Architectures.get("logistic")));
    assertInstanceOf(GhostClipping.class, ClippedGradients.of(compute, Architectures.get("mlp")));
    assertInstanceOf(OneByOne.class, ClippedGradients.of(compute, Architectures.get("small-cnn")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic", "mlp", "small-cnn"})
  void noImageMovesTheSumByMoreThanTheClippingNorm(String name) {
    Architecture network = Architectures.get(name);
    ClippedGradients way = ClippedGradients.of(compute, network);
    double clip = 1e-3;
    List<float[]> alone =
        each(
            network,
            (images, labels, weights, i) ->
                way.of(
                        images.get(i + ":" + (i + 1)),
                        labels.get(i + ":" + (i + 1)),
                        weights,
                        clip,
                        1,
                        Seed.of(0),
                        images.getManager())
                    .gradients());
    for (float[] gradient : alone) {
      assertTrue(norm(gradient) <= clip * (1 + 1e-5), "norm " + norm(gradient));
      assertTrue(norm(gradient) >= clip * (1 - 1e-5), "and it is used up: " + norm(gradient));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic", "mlp", "small-cnn"})
  void withAHugeClippingNormItIsThePlainGradient(String name) {
    Architecture network = Architectures.get(name);
    List<float[]> gradients = byAutograd(network);
    long[] clipped = new long[1];
    float[] found = found(ClippedGradients.of(compute, network), network, 1e30, 1, clipped);
    assertNear(sum(gradients, Double.POSITIVE_INFINITY, 1), found, 2e-5);
    assertEquals(0, clipped[0]);
  }
}
