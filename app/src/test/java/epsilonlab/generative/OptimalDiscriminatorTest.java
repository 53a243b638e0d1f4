package epsilonlab.generative;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Adam;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Optimizer;
import epsilonlab.engine.Seed;
import epsilonlab.engine.ShardedStep;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.LeakyRelu;
import epsilonlab.engine.layer.Linear;
import epsilonlab.engine.layer.Tanh;
import epsilonlab.model.LayeredNetwork;
import epsilonlab.model.Parameters;
import epsilonlab.model.Weights;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * For fixed distributions p of real and q of made examples the best discriminator is p / (p + q)
 * (Goodfellow et al., 2014, proposition 1). The lab's discriminator step finds it for two logistic
 * distributions on a line.
 */
class OptimalDiscriminatorTest {
  private static final int SAMPLES = 400;
  private static final int STEPS = 1500;

  /** Density f(x) = s(u) (1 - s(u)) / scale with u = (x - mean) / scale. */
  private record Logistic(double mean, double scale) {
    double density(double x) {
      double s = 1 / (1 + Math.exp(-(x - mean) / scale));
      return s * (1 - s) / scale;
    }

    // one draw from each of the quantiles, so that the sums vary less
    float[] samples(SplittableRandom random) {
      float[] drawn = new float[SAMPLES];
      for (int i = 0; i < SAMPLES; i++) {
        double u = (i + random.nextDouble(0.01, 0.99)) / SAMPLES;
        drawn[i] = (float) (mean + scale * Math.log(u / (1 - u)));
      }
      return drawn;
    }
  }

  private static final Logistic REAL = new Logistic(0.8, 0.35);
  private static final Logistic MADE = new Logistic(-0.4, 0.8);

  private static final List<Layer> LAYERS =
      List.of(
          new Linear("fc1", 1, 24),
          new Tanh(),
          new Linear("fc2", 24, 24),
          new LeakyRelu(0.2),
          new Linear("fc3", 24, 1));

  private record Small() implements LayeredNetwork {
    @Override
    public String id() {
      return "small";
    }

    @Override
    public String title() {
      return "Small";
    }

    @Override
    public Map<String, long[]> shapes() {
      return LayeredNetwork.shapes(LAYERS);
    }
  }

  @Test
  void theDiscriminatorFindsTheRatioOfTheDensities() {
    Weights start = new Small().initialWeights(Seed.of(1));
    float[] grid = new float[61];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = -3 + i / 10f;
    }
    float[] found;
    try (Compute compute = Compute.start(DeviceChoice.CPU, 1);
        NDManager manager = compute.newManager()) {
      Parameters parameters = compute.call(() -> Parameters.upload(manager, start));
      LiveChain chain = new LiveChain(compute, LAYERS, 1, parameters);
      try (Optimizer adam = compute.call(() -> new Adam(compute, chain.weights(), 0))) {
        train(compute, chain, adam);
      }
      found =
          compute.call(() -> Flat.sigmoid(chain.apply(Tensors.of(manager, grid, grid.length, 1))));
    }
    for (int i = 0; i < grid.length; i++) {
      double p = REAL.density(grid[i]);
      double q = MADE.density(grid[i]);
      assertEquals(p / (p + q), found[i], 0.02, "at " + grid[i]);
    }
  }

  private static void train(Compute compute, LiveChain chain, Optimizer adam) {
    GanGradients gradients = new GanGradients(chain);
    for (int step = 0; step < STEPS; step++) {
      Seed seed = Seed.of(3).split(step);
      double rate = 0.01 * (1 - (double) step / STEPS);
      ShardedStep.run(
          compute,
          adam,
          rate,
          1,
          (shard, manager) -> {
            SplittableRandom random = seed.generator();
            NDArray real = Tensors.of(manager, REAL.samples(random), SAMPLES, 1);
            NDArray made = Tensors.of(manager, MADE.samples(random), SAMPLES, 1);
            return gradients.ofDiscriminator(real, made, 0.5 / SAMPLES, seed);
          });
    }
  }
}
