package epsilonlab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.Dropout;
import epsilonlab.engine.layer.Interval;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interval bounds against the same by hand, and against what they promise. */
class IntervalBoundsTest {
  private static Compute compute;
  private static ImageSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 1);
    digits = SyntheticDigits.generate(3, 1, 20).test();
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  static List<String> networks() {
    return Architectures.ALL.stream().map(Architecture::id).toList();
  }

  /** A network with random weights, on the device. */
  private record Case(
      NDManager manager, Architecture network, Weights weights, Parameters parameters) {
    NDArray images(float[] pixels) {
      return Tensors.of(manager, pixels, pixels.length / 784, 1, 28, 28);
    }

    NDArray logits(NDArray images) {
      return network.logits(parameters, images, Dropout.NONE);
    }
  }

  private static void on(String id, Consumer<Case> body) {
    compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            Architecture network = Architectures.get(id);
            Weights weights = network.initialWeights(Seed.of(5));
            body.accept(new Case(manager, network, weights, Parameters.upload(manager, weights)));
          }
          return null;
        });
  }

  private static void assertClose(double[] expected, NDArray actual, String what) {
    float[] all = actual.toFloatArray();
    for (int k = 0; k < expected.length; k++) {
      double size = 1 + Math.abs(expected[k]);
      assertEquals(expected[k], all[k], 1e-4 * size, what + " " + k);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void areThoseByHand(String id) {
    on(
        id,
        c -> {
          BoundsByHand hand = new BoundsByHand(c.network(), c.weights());
          NDArray image = c.images(digits.image(0));
          NDArray label = Tensors.of(c.manager(), new long[] {7});
          for (double epsilon : new double[] {0.02, 0.3}) {
            Interval ball = Interval.around(image, epsilon);
            Interval bounds = c.network().bounds(c.parameters(), ball);
            BoundsByHand.Box box = BoundsByHand.around(digits.image(0), epsilon);
            BoundsByHand.Box logits = hand.logits(box);
            assertClose(logits.lower(), bounds.lower(), "lower at " + epsilon);
            assertClose(logits.upper(), bounds.upper(), "upper at " + epsilon);
            NDArray excess = c.network().excessBounds(c.parameters(), ball, label);
            assertClose(hand.excess(box, 7), excess, "excess at " + epsilon);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyPointOfTheBallLiesInside(String id) {
    on(
        id,
        c -> {
          double epsilon = 0.05;
          Interval ball = Interval.around(c.images(digits.image(3)), epsilon);
          float[] low = ball.lower().toFloatArray();
          float[] high = ball.upper().toFloatArray();
          Interval bounds = c.network().bounds(c.parameters(), ball);
          NDArray label = Tensors.of(c.manager(), new long[] {2});
          float[] excess = c.network().excessBounds(c.parameters(), ball, label).toFloatArray();
          SplittableRandom random = new SplittableRandom(4);
          int points = 60;
          float[] inside = new float[points * 784];
          for (int i = 0; i < inside.length; i++) {
            // half of the points are corners of the ball
            double share = i / 784 % 2 == 0 ? random.nextInt(2) : random.nextDouble();
            inside[i] = (float) (low[i % 784] + share * (high[i % 784] - low[i % 784]));
          }
          float[] logits = c.logits(c.images(inside)).toFloatArray();
          float[] lower = bounds.lower().toFloatArray();
          float[] upper = bounds.upper().toFloatArray();
          for (int p = 0; p < points; p++) {
            for (int k = 0; k < 10; k++) {
              double logit = logits[p * 10 + k];
              assertTrue(lower[k] <= logit + 1e-5 && logit - 1e-5 <= upper[k]);
              assertTrue(logit - logits[p * 10 + 2] <= excess[k] + 1e-5);
            }
          }
          for (int k = 0; k < 10; k++) {
            assertTrue(
                excess[k] <= upper[k] - lower[2] + 1e-5, "sharper than the difference of bounds");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aBallOfRadiusZeroIsTheImage(String id) {
    on(
        id,
        c -> {
          NDArray images = c.images(digits.images(0, 5));
          Interval bounds = c.network().bounds(c.parameters(), Interval.around(images, 0));
          NDArray logits = c.logits(images);
          assertEquals(0, bounds.lower().sub(logits).abs().max().getFloat(), 1e-6);
          assertEquals(0, bounds.upper().sub(logits).abs().max().getFloat(), 1e-6);
        });
  }

  @Test
  void areReachedWhereTheNetworkIsLinear() {
    on(
        "logistic",
        c -> {
          double epsilon = 0.1;
          int label = 4;
          NDArray image = c.images(digits.image(1));
          NDArray own = Tensors.of(c.manager(), new long[] {label});
          Interval ball = Interval.around(image, epsilon);
          float[] excess = c.network().excessBounds(c.parameters(), ball, own).toFloatArray();
          float[] rows = c.weights().get("fc.weight").values();
          for (int k = 0; k < 10; k++) {
            float[] worst = digits.image(1);
            for (int i = 0; i < 784; i++) {
              double way = Math.signum(rows[k * 784 + i] - rows[label * 784 + i]);
              worst[i] = (float) Math.max(0, Math.min(1, worst[i] + way * epsilon));
            }
            float[] logits = c.logits(c.images(worst)).toFloatArray();
            assertEquals(logits[k] - logits[label], excess[k], 1e-5);
          }
          assertEquals(0, excess[label]);
        });
  }
}
