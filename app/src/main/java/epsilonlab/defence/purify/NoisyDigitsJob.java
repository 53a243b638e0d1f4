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
  private final Seed seed;

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
    this.seed = Seed.of(seed).split("noisy digits");
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
    float[][] noisy = new float[images.size()][];
    for (int i = 0; i < noisy.length; i++) {
      Cancellation.check();
      noisy[i] = noise.applied(images.image(i), seed.split(ids.applyAsLong(i)));
    }
    float[][] restored = Restored.of(purifier, noisy);
    return new NoisyDigits(noisy, restored, read(noisy), read(restored));
  }

  private Predictions read(float[][] rows) {
    Cancellation.check();
    return Predictions.of(compute, classifier, rows, images.labels());
  }
}
