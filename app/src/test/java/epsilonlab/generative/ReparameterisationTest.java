package epsilonlab.generative;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReparameterisationTest {
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 1);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static double divergence(float[] heads, int rows) {
    return compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            return Reparameterisation.divergence(
                Tensors.of(manager, heads, rows, heads.length / rows));
          }
        });
  }

  private static double density(double x, double mean, double deviation) {
    double u = (x - mean) / deviation;
    return Math.exp(-u * u / 2) / (deviation * Math.sqrt(2 * Math.PI));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.5, 0", "-0.7, 1.2", "0.3, -3", "2, -0.5"})
  void theDivergenceIsTheIntegral(float mean, float logVariance) {
    double deviation = Math.exp(logVariance / 2);
    double integral = 0;
    double width = deviation / 1000;
    // twelve deviations to each side, by the middle of each interval
    for (int i = -12_000; i < 12_000; i++) {
      double x = mean + (i + 0.5) * width;
      double p = density(x, mean, deviation);
      integral += width * p * (Math.log(p) - Math.log(density(x, 0, 1)));
    }
    double found = divergence(new float[] {mean, logVariance}, 1);
    assertEquals(integral, found, 1e-5);
  }

  @Test
  void theDivergenceOfManyDimensionsIsTheSumOfTheClosedForms() {
    float[] heads = Seed.of(4).gaussian(7 * 10);
    double sum = 0;
    for (int n = 0; n < 7; n++) {
      for (int k = 0; k < 5; k++) {
        double mean = heads[n * 10 + k];
        double logVariance = heads[n * 10 + 5 + k];
        sum += (Math.exp(logVariance) + mean * mean - 1 - logVariance) / 2;
      }
    }
    assertEquals(sum, divergence(heads, 7), 1e-5 * sum);
  }

  @Test
  void samplesHaveTheMeanAndTheVarianceOfTheHeads() {
    int count = 200_000;
    float[] heads = new float[2 * count];
    for (int i = 0; i < count; i++) {
      heads[2 * i] = 0.7f;
      heads[2 * i + 1] = (float) Math.log(0.25);
    }
    float[] z =
        compute.call(
            () -> {
              try (NDManager manager = compute.newManager()) {
                NDArray noise = Tensors.of(manager, Seed.of(1).gaussian(count), count, 1);
                return Reparameterisation.sample(Tensors.of(manager, heads, count, 2), noise)
                    .toFloatArray();
              }
            });
    double mean = 0;
    double square = 0;
    for (float one : z) {
      mean += one / (double) count;
      square += one * (double) one / count;
    }
    // five standard errors
    assertEquals(0.7, mean, 5 * 0.5 / Math.sqrt(count));
    assertEquals(0.25, square - mean * mean, 5 * 0.25 * Math.sqrt(2.0 / count));
  }

  @Test
  void theGradientIsThatOfAutograd() {
    compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            NDArray heads = Tensors.of(manager, Seed.of(2).gaussian(4 * 6), 4, 6);
            NDArray noise = Tensors.of(manager, Seed.of(3).gaussian(4 * 3), 4, 3);
            NDArray byZ = Tensors.of(manager, Seed.of(4).gaussian(4 * 3), 4, 3);
            NDArray weight = Tensors.scalar(manager, 0.8);
            NDArray half = Tensors.scalar(manager, 0.5);
            NDArray one = Tensors.scalar(manager, 1);
            NDArray theirs =
                Gradients.of(
                    heads,
                    leaf -> {
                      NDArray mean = leaf.get(":, :3");
                      NDArray log = leaf.get(":, 3:");
                      NDArray z = mean.add(noise.mul(log.mul(half).exp()));
                      NDArray kl = mean.square().add(log.exp()).sub(log).sub(one).sum().mul(half);
                      return z.mul(byZ).sum().add(kl.mul(weight));
                    });
            float[] expected = theirs.toFloatArray();
            float[] found = Reparameterisation.gradient(heads, noise, byZ, 0.8).toFloatArray();
            for (int i = 0; i < expected.length; i++) {
              assertEquals(expected[i], found[i], 1e-5 * (1 + Math.abs(expected[i])));
            }
          }
          return null;
        });
  }
}
