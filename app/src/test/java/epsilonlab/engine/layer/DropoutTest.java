package epsilonlab.engine.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
  private static final int COUNT = 100_000;
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 1);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static float[][] masks(long seed, double rate, int count) {
    return compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            float[] ones = new float[COUNT];
            Arrays.fill(ones, 1);
            NDArray x = Tensors.of(manager, ones, COUNT);
            Dropout dropout = Dropout.random(Seed.of(seed));
            float[][] masks = new float[count][];
            for (int i = 0; i < count; i++) {
              masks[i] = dropout.apply(x, rate).toFloatArray();
            }
            return masks;
          }
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.8})
  void aPartIsDroppedAndTheMeanIsKept(double rate) {
    float[] mask = masks(1, rate, 1)[0];
    int dropped = 0;
    double sum = 0;
    for (float value : mask) {
      dropped += value == 0 ? 1 : 0;
      sum += value;
      assertEquals(value == 0 ? 0 : 1 / (1 - rate), value, 1e-6);
    }
    // five standard deviations of a binomial
    double deviation = 5 * Math.sqrt(rate * (1 - rate) / COUNT);
    assertEquals(rate, (double) dropped / COUNT, deviation);
    assertEquals(1, sum / COUNT, deviation / (1 - rate));
  }

  @Test
  void theMaskFollowsTheSeedAndChangesWithEachUse() {
    float[][] masks = masks(3, 0.5, 2);
    assertArrayEquals(masks[0], masks(3, 0.5, 1)[0]);
    assertFalse(Arrays.equals(masks[0], masks[1]));
    assertFalse(Arrays.equals(masks[0], masks(4, 0.5, 1)[0]));
  }

  @Test
  void evaluationDropsNothing() {
    compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            NDArray x = Tensors.of(manager, new float[] {1, 2}, 2);
            assertSame(x, Dropout.NONE.apply(x, 0.5));
          }
          return null;
        });
  }
}
