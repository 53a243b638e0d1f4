package epsilonlab.ui.generate.denoise;

import epsilonlab.data.ImageSet;
import epsilonlab.defence.purify.NoisyDigits;
import epsilonlab.defence.purify.NoisyDigitsJob;
import epsilonlab.engine.Compute;
import epsilonlab.generative.Noise;
import epsilonlab.generative.Purifier;
import epsilonlab.job.JobContext;
import epsilonlab.model.Classifier;
import epsilonlab.model.Predictions;
import java.util.Arrays;

/**
 * What becomes of digits: spoiled by noise, restored, and read by a classifier in both states.
 *
 * @param labels the classes; of a drawn digit what the classifier reads before the noise, or -1
 * @param noisy 784 values a digit; noise may have carried them out of [0, 1]
 * @param restored the same, in [0, 1]
 * @param noisyAnswers -1 where there is no classifier
 * @param restoredAnswers likewise
 */
record Read(
    int[] labels, float[][] noisy, float[][] restored, int[] noisyAnswers, int[] restoredAnswers) {

  /**
   * Does it, on a job's thread. A digit of the test set gets the same draw of the noise whatever
   * its company and whatever the noise's size.
   *
   * @param classifier or null
   */
  static Read of(
      Compute compute,
      Digits digits,
      Noise noise,
      long seed,
      Purifier autoencoder,
      Classifier classifier) {
    ImageSet images = digits.images();
    int[] labels = digits.labels();
    if (classifier == null) {
      return unread(labels, NoisyDigitsJob.spoiled(images, digits::id, noise, seed), autoencoder);
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        labels[i] = Predictions.of(compute, classifier, images.slice(i, i + 1)).answers()[0];
      }
    }
    NoisyDigits all =
        new NoisyDigitsJob(compute, classifier, autoencoder, images, digits::id, noise, seed)
            .run(JobContext.of(event -> {}));
    return new Read(
        labels, all.noisy(), all.restored(), all.ofNoisy().answers(), all.ofRestored().answers());
  }

  private static Read unread(int[] labels, float[][] noisy, Purifier autoencoder) {
    int count = noisy.length;
    float[] all = new float[count * ImageSet.PIXELS];
    for (int i = 0; i < count; i++) {
      System.arraycopy(noisy[i], 0, all, i * ImageSet.PIXELS, ImageSet.PIXELS);
    }
    float[][] restored = new float[count][];
    var pictures = autoencoder.restore(all);
    Arrays.setAll(restored, pictures::image);
    int[] none = new int[count];
    Arrays.fill(none, -1);
    return new Read(labels, noisy, restored, none, none);
  }

  boolean isNoisyRight(int i) {
    return noisyAnswers[i] == labels[i];
  }

  boolean isRestoredRight(int i) {
    return restoredAnswers[i] == labels[i];
  }
}
