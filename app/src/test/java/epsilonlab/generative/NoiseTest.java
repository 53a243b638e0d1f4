package epsilonlab.generative;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoiseTest {
  private static final int COUNT = 200_000;

  private static float[] grey() {
    float[] pixels = new float[COUNT];
    Arrays.fill(pixels, 0.25f);
    return pixels;
  }

  private static int count(float[] pixels, float value) {
    int count = 0;
    for (float pixel : pixels) {
      count += pixel == value ? 1 : 0;
    }
    return count;
  }

  @ParameterizedTest
  @CsvSource({"0.1", "0.5", "3"})
  void gaussianNoiseHasItsMeanAndVarianceAndIsNotCutOff(double deviation) {
    float[] noisy = new Noise(NoiseKind.GAUSSIAN, deviation).applied(grey(), Seed.of(1));
    double mean = 0;
    for (float pixel : noisy) {
      mean += pixel / (double) COUNT;
    }
    double variance = 0;
    for (float pixel : noisy) {
      variance += Math.pow(pixel - mean, 2) / COUNT;
    }
    // five standard errors
    assertEquals(0.25, mean, 5 * deviation / Math.sqrt(COUNT));
    double square = deviation * deviation;
    assertEquals(square, variance, 5 * square * Math.sqrt(2.0 / COUNT));
    Arrays.sort(noisy);
    assertTrue(noisy[0] < 0.25 - 3 * deviation && noisy[COUNT - 1] > 0.25 + 3 * deviation);
  }

  private static void assertShare(double expected, int count) {
    // five deviations of a binomial
    assertEquals(expected, (double) count / COUNT, 5 * Math.sqrt(expected / COUNT));
  }

  @ParameterizedTest
  @CsvSource({"0.1", "0.5", "0.9"})
  void saltAndPepperAreHalfEach(double share) {
    float[] noisy = new Noise(NoiseKind.SALT_AND_PEPPER, share).applied(grey(), Seed.of(2));
    assertShare(share / 2, count(noisy, 0));
    assertShare(share / 2, count(noisy, 1));
    assertShare(1 - share, count(noisy, 0.25f));
  }

  @ParameterizedTest
  @CsvSource({"0.1", "0.5", "1"})
  void masksAreBlack(double share) {
    float[] noisy = new Noise(NoiseKind.MASKING, share).applied(grey(), Seed.of(3));
    assertShare(share, count(noisy, 0));
    assertEquals(COUNT, count(noisy, 0) + count(noisy, 0.25f));
  }

  @ParameterizedTest
  @EnumSource(NoiseKind.class)
  void theDeviceDoesWhatJavaDoesAndNothingIsSpoiledInPlace(NoiseKind kind) {
    float[] images = Seed.of(9).gaussian(5 * 784);
    float[] before = images.clone();
    Noise noise = new Noise(kind, 0.4);
    float[] here = noise.applied(images, Seed.of(4));
    assertArrayEquals(before, images);
    assertFalse(Arrays.equals(before, here));
    assertFalse(Arrays.equals(here, noise.applied(images, Seed.of(5))));
    float[] there;
    try (Compute compute = Compute.start(DeviceChoice.CPU, 1);
        NDManager manager = compute.newManager()) {
      there =
          compute.call(
              () -> noise.applied(Tensors.of(manager, images, 5, 784), Seed.of(4)).toFloatArray());
    }
    assertArrayEquals(here, there, 1e-6f);
    assertArrayEquals(images, noise.of(0).applied(images, Seed.of(4)));
  }

  @ParameterizedTest
  @CsvSource({
    "GAUSSIAN, -1, from 0 to 10",
    "GAUSSIAN, 10.1, from 0 to 10",
    "GAUSSIAN, NaN, from 0 to 10",
    "MASKING, 1.5, from 0 to 1",
    "SALT_AND_PEPPER, -0.1, from 0 to 1"
  })
  void sizesThatMakeNoSenseAreRefused(NoiseKind kind, double size, String allowed) {
    String said = assertThrows(LabException.class, () -> new Noise(kind, size)).getMessage();
    assertTrue(said.contains("noise is " + size) && said.contains(allowed), said);
    assertTrue(said.endsWith("."), said);
  }
}
