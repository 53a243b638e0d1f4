package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.SplittableRandom;

/**
 * A network whose answer is the class that it most often gives under Gaussian noise. Such a
 * classifier can be certified in l2, however large the network: Cohen, Rosenfeld and Kolter,
 * "Certified Adversarial Robustness via Randomized Smoothing" (2019). The noisy images are not
 * clipped to [0, 1], or the theorem would not hold.
 *
 * <p>The noise depends on the seed and on the image's id alone. To be called on compute threads.
 */
public final class RandomizedSmoothing {
  private static final int BATCH = 250;

  private final Network network;
  private final SmoothingSettings settings;
  private final Seed seed;

  /** A smoothed form of {@code network}. */
  public RandomizedSmoothing(Network network, SmoothingSettings settings, long seed) {
    this.network = network;
    this.settings = settings;
    this.seed = Seed.of(seed).split("smoothing");
  }

  /**
   * PREDICT of the paper: the most frequent class, or an abstention where the two most frequent are
   * too close to be told apart with the confidence of the settings.
   *
   * @param pixels 784, in [0, 1]
   * @param id what the noise depends on
   */
  public int predict(Compute compute, float[] pixels, long id) {
    int[] counts =
        counts(compute, pixels, settings.samples(), seed.split("predict").split(id).generator());
    int first = mostFrequent(counts);
    int most = counts[first];
    counts[first] = -1;
    int second = counts[mostFrequent(counts)];
    return Proportion.fairCoinPValue(most, most + second) <= settings.alpha()
        ? first
        : SmoothedAnswer.ABSTAINED;
  }

  /**
   * CERTIFY of the paper: some noisy copies choose the class, others estimate its probability from
   * below.
   *
   * @param pixels 784, in [0, 1]
   * @param id what the noise depends on
   */
  public SmoothedAnswer certify(Compute compute, float[] pixels, long id) {
    SplittableRandom random = seed.split("certify").split(id).generator();
    int answer = mostFrequent(counts(compute, pixels, settings.choosing(), random));
    double radius = settings.radius(counts(compute, pixels, settings.samples(), random)[answer]);
    return radius > 0
        ? new SmoothedAnswer(answer, radius)
        : new SmoothedAnswer(SmoothedAnswer.ABSTAINED, 0);
  }

  private static int mostFrequent(int[] counts) {
    int best = 0;
    for (int k = 1; k < counts.length; k++) {
      if (counts[k] > counts[best]) {
        best = k;
      }
    }
    return best;
  }

  /** How often each class is the answer for {@code copies} noisy copies. */
  private int[] counts(Compute compute, float[] pixels, int copies, SplittableRandom random) {
    int[] counts = new int[network.classes()];
    for (int done = 0; done < copies; done += BATCH) {
      Cancellation.check();
      int batch = Math.min(BATCH, copies - done);
      float[] noisy = new float[batch * pixels.length];
      for (int i = 0; i < noisy.length; i++) {
        noisy[i] = (float) (pixels[i % pixels.length] + settings.sigma() * random.nextGaussian());
      }
      try (NDManager manager = compute.newManager()) {
        NDArray images = Tensors.of(manager, noisy, batch, 1, ImageSet.SIDE, ImageSet.SIDE);
        for (long answer : network.logits(images).argMax(1).toLongArray()) {
          counts[(int) answer]++;
        }
      }
    }
    return counts;
  }
}
