package epsilonlab.defence.purify;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Priority;
import epsilonlab.engine.Seed;
import epsilonlab.generative.Noise;
import epsilonlab.generative.Purifier;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import epsilonlab.model.Predictions;
import java.util.function.IntToLongFunction;

/**
 * Spoils digits, restores them, and asks a classifier about both. A digit's noise grows in place
 * with its size: the draws stay the same.
 */
public final class NoisyDigitsJob implements Job<Void, NoisyDigits> {
  private final Compute compute;
  private final Network classifier;
  private final Purifier purifier;
  private final ImageSet images;
  private final IntToLongFunction ids;
  private final Noise noise;
  private final long seed;

  /**
   * @param images the digits
   * @param ids what the noise of the i-th depends on: its index in the test set
   */
  public NoisyDigitsJob(
      Compute compute,
      Network classifier,
      Purifier purifier,
      ImageSet images,
      IntToLongFunction ids,
      Noise noise,
      long seed) {
    this.compute = compute;
    this.classifier = classifier;
    this.purifier = purifier;
    this.images = images;
    this.ids = ids;
    this.noise = noise;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "Noisy and restored, " + images.size() + " digits";
  }

  @Override
  public Priority priority() {
    return Priority.FOLLOWING;
  }

  @Override
  public NoisyDigits run(JobContext<Void> context) {
    float[][] noisy = spoiled(images, ids, noise, seed);
    float[][] restored = Restored.of(purifier, noisy);
    return new NoisyDigits(noisy, restored, read(noisy), read(restored));
  }

  /** The digits in noise alone, 784 values each; see the constructor. */
  public static float[][] spoiled(ImageSet images, IntToLongFunction ids, Noise noise, long seed) {
    Seed draws = Seed.of(seed).split("noisy digits");
    float[][] noisy = new float[images.size()][];
    for (int i = 0; i < noisy.length; i++) {
      Cancellation.check();
      noisy[i] = noise.applied(images.image(i), draws.split(ids.applyAsLong(i)));
    }
    return noisy;
  }

  private Predictions read(float[][] rows) {
    Cancellation.check();
    return Predictions.of(compute, classifier, rows, images.labels());
  }
}
