package epsilonlab.privacy.dpsgd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdpAccountantTest {
  /** Google's dp-accounting, RDP accountant with its default orders, Poisson sampling. */
  @ParameterizedTest
  @CsvSource({
    "60000, 256, 1.1, 14062, 1e-5, 2.5966",
    "60000, 250, 1.3, 3600, 1e-5, 0.9422",
    "60000, 250, 0.7, 10800, 1e-5, 6.2343",
    "400, 40, 1.0, 200, 1e-3, 8.2541",
    "10000, 100, 2.0, 3000, 1e-5, 1.226"
  })
  void agreesWithGoogles(int n, int batch, double noise, long steps, double delta, double epsilon) {
    double q = (double) batch / n;
    assertEquals(
        epsilon, new RdpAccountant(q, noise).epsilon(steps, delta), 0.01 * epsilon, "epsilon");
    double again = RdpAccountant.noiseMultiplier(q, steps, delta, epsilon);
    assertEquals(noise, again, 0.01 * noise, "noise multiplier");
    assertTrue(new RdpAccountant(q, again).epsilon(steps, delta) <= epsilon, "within the budget");
  }

  @Test
  void agreesWithTheSharedReference() throws IOException {
    String shared = System.getProperty("epsilonlab.shared", "/work/shared");
    Path file = Path.of(shared, "reference", "accounting.json");
    Assumptions.assumeTrue(Files.exists(file), "no shared folder");
    JsonObject all = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    for (JsonElement element : all.getAsJsonArray("dp_sgd")) {
      JsonObject one = element.getAsJsonObject();
      double q = one.get("batch").getAsDouble() / one.get("n").getAsDouble();
      double expected = one.get("epsilon_rdp").getAsDouble();
      double found =
          new RdpAccountant(q, one.get("noise_multiplier").getAsDouble())
              .epsilon(one.get("steps").getAsLong(), one.get("delta").getAsDouble());
      assertEquals(expected, found, 0.01 * expected, element.toString());
    }
  }

  /** The definition: E over z ~ N(0, sigma^2) of ((1 - q) + q e^((2 z - 1) / 2 sigma^2))^alpha. */
  private static double byIntegration(double q, double sigma, double order) {
    double variance = sigma * sigma;
    double from = -12 * sigma;
    // the integrand's weight lies around up to z = alpha
    double to = order + 12 * sigma;
    int steps = 400_000;
    double width = (to - from) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double z = from + i * width;
      double ratio = (2 * z - 1) / (2 * variance);
      double log =
          ratio > 0
              ? ratio + Math.log(q + (1 - q) * Math.exp(-ratio))
              : Math.log1p(q * Math.expm1(ratio));
      // less 1, so that little is lost where the divergence is small
      double excess = Math.expm1(order * log) * Math.exp(-z * z / (2 * variance));
      sum += i == 0 || i == steps ? excess / 2 : excess;
    }
    return Math.log1p(sum * width / Math.sqrt(2 * Math.PI * variance)) / (order - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "0.004, 1.1, 1.1", "0.004, 1.1, 2.5", "0.004, 1.1, 9.9", "0.1, 1, 1.5", "0.1, 1, 4",
        "0.1, 1, 4.3",
    "0.6, 0.8, 1.3", "0.6, 0.8, 3", "0.6, 0.8, 7.7", "0.01, 0.5, 1.2", "0.01, 0.5, 5.5",
        "0.3, 6, 2.2",
    "0.3, 6, 12", "0.02, 20, 1.7", "0.02, 20, 30", "0.9, 2, 8.4"
  })
  void oneStepIsTheIntegralOfItsDefinition(double q, double sigma, double order) {
    double expected = byIntegration(q, sigma, order);
    assertEquals(expected, new SampledGaussian(q, sigma).rdp(order), 2e-6 * expected);
  }

  @Test
  void withoutSamplingItIsTheGaussianMechanism() {
    for (double order : RdpAccountant.orders()) {
      assertEquals(order / (2 * 3.0 * 3.0), new SampledGaussian(1, 3).rdp(order), 1e-15 * order);
      // the limit from below
      double nearly = new SampledGaussian(1 - 1e-9, 3).rdp(order);
      assertEquals(order / 18, nearly, 1e-5 * order, "order " + order);
    }
    // 100 steps are one with a tenth of the noise
    assertEquals(
        new RdpAccountant(1, 1).epsilon(1, 1e-5),
        new RdpAccountant(1, 10).epsilon(100, 1e-5),
        1e-12);
    // the conversion by hand: the best order of alpha/2 + log(1 - 1/alpha) - log(delta alpha) / ..
    double best = Double.POSITIVE_INFINITY;
    for (double a : RdpAccountant.orders()) {
      best = Math.min(best, a / 2 + Math.log((a - 1) / a) - Math.log(1e-5 * a) / (a - 1));
    }
    assertEquals(best, new RdpAccountant(1, 1).epsilon(1, 1e-5), 1e-12);
  }

  @Test
  void risesWithStepsAndSamplingAndFallsWithNoiseAndDelta() {
    double epsilon = new RdpAccountant(0.01, 1).epsilon(1000, 1e-5);
    assertTrue(epsilon < new RdpAccountant(0.01, 1).epsilon(1100, 1e-5), "steps");
    assertTrue(epsilon < new RdpAccountant(0.011, 1).epsilon(1000, 1e-5), "sampling");
    assertTrue(epsilon > new RdpAccountant(0.01, 1.1).epsilon(1000, 1e-5), "noise");
    assertTrue(epsilon > new RdpAccountant(0.01, 1).epsilon(1000, 2e-5), "delta");
    for (double q : new double[] {0.01, 0.05, 0.5, 0.99}) {
      double before = 0;
      for (double order = 1.05; order < 12; order += 0.05) {
        double rdp = new SampledGaussian(q, 1.3).rdp(order);
        assertTrue(rdp >= before, "the divergence rises with the order: " + q + ", " + order);
        before = rdp;
      }
    }
  }

  @Test
  void theEndsOfTheRanges() {
    assertEquals(0, new RdpAccountant(0.01, 1).epsilon(0, 1e-5));
    assertEquals(Double.POSITIVE_INFINITY, new RdpAccountant(0.01, 0).epsilon(1, 1e-5));
    assertEquals(0, new RdpAccountant(0.01, 1e6).epsilon(1, 1e-3));
    double loose = new RdpAccountant(0.5, 0.02).epsilon(1000, 1e-5);
    assertTrue(Double.isFinite(loose) && loose > 1e4, "epsilon " + loose);
    assertTrue(RdpAccountant.noiseMultiplier(0.01, 1000, 1e-5, 1e12) <= 0.01);
    assertThrows(
        LabException.class, () -> RdpAccountant.noiseMultiplier(1, 1_000_000, 1e-12, 1e-9));
    assertThrows(IllegalArgumentException.class, () -> new RdpAccountant(0, 1));
  }
}
