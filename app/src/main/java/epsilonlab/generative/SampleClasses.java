package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a classifier takes samples for: a generator that has learnt all digits makes samples of
 * which a separately trained classifier is sure, of every class about as many.
 *
 * @param classes how many there are
 * @param answers the class of each sample
 * @param confidences the probability of that class, in [0, 1]
 */
public record SampleClasses(int classes, int[] answers, double[] confidences) {
  /** Below so many samples a class may well be missing by chance, so there is no alarm. */
  public static final int LEAST_FOR_ALARM = 50;

  private static final double PRESENT = 0.01;
  private static final int FEWEST_PRESENT = 6;
  private static final double LARGEST_SHARE = 0.5;

  /**
   * Asks the classifier, in shards.
   *
   * @param samples at least one
   * @throws java.util.concurrent.CancellationException if the calling thread's work was cancelled
   */
  public static SampleClasses of(Compute compute, Network classifier, Pictures samples) {
    int count = samples.count();
    int[] answers = new int[count];
    double[] confidences = new double[count];
    try (NDManager manager = compute.newManager()) {
      compute.mapShards(
          count,
          (from, to) -> {
            Cancellation.check();
            float[] pixels =
                Arrays.copyOfRange(samples.values(), from * ImageSet.PIXELS, to * ImageSet.PIXELS);
            NDArray images =
                Tensors.of(manager, pixels, to - from, 1, ImageSet.SIDE, ImageSet.SIDE);
            NDArray probabilities = classifier.logits(images).softmax(1);
            long[] largest = probabilities.argMax(1).toLongArray();
            float[] values = probabilities.toFloatArray();
            for (int i = 0; i < largest.length; i++) {
              answers[from + i] = (int) largest[i];
              confidences[from + i] = values[i * classifier.classes() + (int) largest[i]];
            }
            return null;
          });
    }
    return new SampleClasses(classifier.classes(), answers, confidences);
  }

  /** How many samples there are. */
  public int count() {
    return answers.length;
  }

  /** How sure the classifier is on average, in [0, 1]. */
  public double meanConfidence() {
    return Arrays.stream(confidences).average().orElse(Double.NaN);
  }

  /**
   * The share of the samples of which the classifier is surer than this, in [0, 1].
   *
   * @param confidence for example 0.9
   */
  public double shareAbove(double confidence) {
    return (double) Arrays.stream(confidences).filter(one -> one > confidence).count() / count();
  }

  /** How many samples each class has. */
  public int[] counts() {
    int[] counts = new int[classes];
    for (int answer : answers) {
      counts[answer]++;
    }
    return counts;
  }

  /** How many classes have a sample at all. */
  public int classesPresent() {
    return (int) Arrays.stream(counts()).filter(count -> count > 0).count();
  }

  /**
   * How evenly the classes appear: the entropy of their shares over ln(classes), from 0 (one class
   * alone) to 1 (all alike).
   */
  public double evenness() {
    double entropy = 0;
    for (int count : counts()) {
      if (count > 0) {
        double share = (double) count / count();
        entropy -= share * Math.log(share);
      }
    }
    return Math.max(0, entropy / Math.log(classes));
  }

  /**
   * The alarm for mode collapse, where the generator makes only some of the digits: a sentence if
   * one class has more than half of the samples, or fewer than 6 of 10 classes (in proportion for
   * another number) have at least 1 % each. Empty below {@link #LEAST_FOR_ALARM} samples.
   */
  public Optional<String> collapse() {
    if (count() < LEAST_FOR_ALARM) {
      return Optional.empty();
    }
    int[] counts = counts();
    int largest = 0;
    int present = 0;
    for (int c = 0; c < classes; c++) {
      largest = counts[c] > counts[largest] ? c : largest;
      present += counts[c] >= PRESENT * count() ? 1 : 0;
    }
    if (counts[largest] > LARGEST_SHARE * count()) {
      return Optional.of(
          "Mode collapse: %.0f %% of the samples are of class %d."
              .formatted(100.0 * counts[largest] / count(), largest));
    }
    return present * ImageSet.CLASSES < FEWEST_PRESENT * classes
        ? Optional.of(
            "Mode collapse: only %d of %d classes have 1 %% of the samples or more."
                .formatted(present, classes))
        : Optional.empty();
  }
}
