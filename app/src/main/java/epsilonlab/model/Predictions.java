package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Losses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a network says of labelled images.
 *
 * @param classes how many classes there are
 * @param labels N, the true classes
 * @param answers N, the classes with the largest logit
 * @param probabilities N x classes, row-major: the softmax of the logits
 * @param losses N, the cross-entropies
 */
public record Predictions(
    int classes, int[] labels, int[] answers, float[] probabilities, float[] losses) {

  /** Asks the network about all images of a set, in shards on the compute threads. */
  public static Predictions of(Compute compute, Network network, ImageSet images) {
    return of(
        compute,
        network,
        images.labels(),
        (from, to) -> DeviceImages.upload(compute, images, from, to));
  }

  /**
   * Asks the network about images in Java memory.
   *
   * @param images one row of 784 values an image
   * @param labels their true classes
   */
  public static Predictions of(Compute compute, Network network, float[][] images, int[] labels) {
    return of(
        compute,
        network,
        labels.clone(),
        (from, to) -> DeviceImages.upload(compute, images, labels, from, to));
  }

  private interface Upload {
    DeviceImages range(int from, int to);
  }

  private static Predictions of(Compute compute, Network network, int[] labels, Upload upload) {
    int classes = network.classes();
    int n = labels.length;
    Predictions all =
        new Predictions(classes, labels, new int[n], new float[n * classes], new float[n]);
    compute.mapShards(
        n,
        (from, to) -> {
          try (DeviceImages shard = upload.range(from, to)) {
            all.store(from, network.logits(shard.images()), shard.labels());
          }
          return null;
        });
    return all;
  }

  private void store(int from, NDArray logits, NDArray labels) {
    float[] some = logits.softmax(1).toFloatArray();
    System.arraycopy(some, 0, probabilities, from * classes, some.length);
    long[] largest = logits.argMax(1).toLongArray();
    float[] loss = Losses.crossEntropy(logits, labels).toFloatArray();
    for (int i = 0; i < largest.length; i++) {
      answers[from + i] = (int) largest[i];
      losses[from + i] = loss[i];
    }
  }

  /** How many images there are. */
  public int size() {
    return labels.length;
  }

  /** How many answers are right. */
  public int right() {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      if (isRight(i)) {
        right++;
      }
    }
    return right;
  }

  /** Whether the i-th answer is right. */
  public boolean isRight(int i) {
    return labels[i] == answers[i];
  }

  /** The fraction of right answers, in [0, 1]. */
  public double accuracy() {
    return (double) right() / size();
  }

  /** The mean cross-entropy. */
  public double meanLoss() {
    double sum = 0;
    for (float loss : losses) {
      sum += loss;
    }
    return sum / size();
  }

  /** The probability that the network gives its own i-th answer. */
  public double confidence(int i) {
    return probabilities[i * classes + answers[i]];
  }

  /** How often class row got answer column; classes x classes. */
  public int[][] confusion() {
    int[][] counts = new int[classes][classes];
    for (int i = 0; i < labels.length; i++) {
      counts[labels[i]][answers[i]]++;
    }
    return counts;
  }

  /** The indices of the wrong answers, the most confident first, at most {@code most}. */
  public List<Integer> mostConfidentlyWrong(int most) {
    List<Integer> wrong = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (!isRight(i)) {
        wrong.add(i);
      }
    }
    wrong.sort(Comparator.comparingDouble((Integer i) -> -confidence(i)));
    return wrong.subList(0, Math.min(most, wrong.size()));
  }
}
