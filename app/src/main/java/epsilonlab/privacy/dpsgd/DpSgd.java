package epsilonlab.privacy.dpsgd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.Optimizer;
import epsilonlab.engine.Seed;
import epsilonlab.engine.ShardedStep;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Architecture;
import epsilonlab.model.Parameters;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A training with DP-SGD in progress: Abadi et al., "Deep Learning with Differential Privacy"
 * (2016), algorithm 1. Each step draws every image with the same probability, clips each drawn
 * image's gradient, adds N(0, (noise multiplier times clipping norm)^2 I) to the sum, and hands sum
 * over expected batch to the optimiser.
 *
 * <p>The noise is made of float32 numbers from a generator that is not cryptographic: right for
 * studying the method, not for publishing models of people's data.
 */
public final class DpSgd implements AutoCloseable {
  private final Compute compute;
  private final Architecture network;
  private final DpSgdSettings settings;
  private final DeviceImages images;
  private final NDManager manager;
  private final Parameters parameters;
  private final List<NDArray> weights;
  private final Optimizer optimizer;
  private final ClippedGradients clipped;
  private long steps;

  /**
   * What a step did.
   *
   * @param drawn how many images took part
   * @param loss the sum of their cross-entropies before the step
   * @param clipped how many of their gradients were longer than the clipping norm
   */
  public record Step(int drawn, double loss, long clipped) {}

  /**
   * Starts from fresh weights.
   *
   * @param members the images to learn from, {@code settings.n()} of them
   */
  public DpSgd(Compute compute, ImageSet members, Architecture network, DpSgdSettings settings) {
    this(
        compute,
        members,
        network,
        settings,
        network.initialWeights(Seed.of(settings.seed()).split("weights")));
  }

  DpSgd(
      Compute compute,
      ImageSet members,
      Architecture network,
      DpSgdSettings settings,
      Weights start) {
    if (members.size() != settings.n()) {
      throw new IllegalArgumentException(members.size() + " images, not " + settings.n());
    }
    this.compute = compute;
    this.network = network;
    this.settings = settings;
    this.images = DeviceImages.upload(compute, members, 0, members.size());
    this.manager = compute.newManager();
    this.clipped = ClippedGradients.of(compute, network);
    this.parameters = compute.call(() -> Parameters.upload(manager, start));
    this.weights = parameters.list(network);
    this.optimizer =
        compute.call(() -> settings.optimizer().create(compute, weights, settings.momentum(), 0));
  }

  /** How many steps were made, counting one that was cancelled on the way. */
  public long steps() {
    return steps;
  }

  /** The weights as they are now; to be asked for between two steps. */
  public Weights weights() {
    return compute.call(parameters::download);
  }

  /** Makes one step. */
  public Step step() {
    Seed seed = Seed.of(settings.seed());
    long[] drawn = draw(settings.n(), settings.samplingRate(), seed.split("batch").split(steps));
    Seed noise = seed.split("noise").split(steps);
    Seed dropout = seed.split("dropout").split(steps);
    // paid for before it is made: it may be cancelled after it has moved the weights
    steps++;
    int size = network.trainingShard();
    int shards = (drawn.length + size - 1) / size;
    double[] sums =
        ShardedStep.run(
            compute,
            optimizer,
            settings.learningRate(),
            shards + 1,
            (s, owner) -> {
              // the noise first: it takes longest
              if (s == 0) {
                return new ShardedStep.Part(new double[2], noise(noise, owner));
              }
              int from = (s - 1) * size;
              int end = Math.min(drawn.length, from + size);
              NDArray places = Tensors.of(owner, Arrays.copyOfRange(drawn, from, end));
              ClippedGradients.Sum sum =
                  clipped.of(
                      images.images().get(places),
                      images.labels().get(places),
                      weights,
                      settings.clip(),
                      1.0 / settings.batch(),
                      dropout.split(s),
                      owner);
              return new ShardedStep.Part(
                  new double[] {sum.loss(), sum.clipped()}, sum.gradients());
            });
    return new Step(drawn.length, sums[0], (long) sums[1]);
  }

  /**
   * Draws a batch: each of n images with probability q, independently.
   *
   * @return their indices, rising
   */
  static long[] draw(int n, double q, Seed seed) {
    SplittableRandom random = seed.generator();
    long[] drawn = new long[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (random.nextDouble() < q) {
        drawn[count++] = i;
      }
    }
    return Arrays.copyOf(drawn, count);
  }

  private List<NDArray> noise(Seed seed, NDManager owner) {
    List<NDArray> all = new ArrayList<>();
    double deviation = settings.noiseMultiplier() * settings.clip() / settings.batch();
    for (long[] shape : network.shapes().values()) {
      int count = (int) HostTensor.count(shape);
      all.add(Tensors.of(owner, gaussian(seed.split(all.size()), count, deviation), shape));
    }
    return all;
  }

  /** Independent draws from N(0, deviation^2). */
  static float[] gaussian(Seed seed, int count, double deviation) {
    if (deviation == 0) {
      return new float[count];
    }
    SplittableRandom random = seed.generator();
    float[] drawn = new float[count];
    IntStream.range(0, count).forEach(i -> drawn[i] = (float) (deviation * random.nextGaussian()));
    return drawn;
  }

  @Override
  public void close() {
    optimizer.close();
    manager.close();
    images.close();
  }
}
