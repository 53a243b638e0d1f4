package epsilonlab.evaluation;

import ai.djl.ndarray.NDArray;
import epsilonlab.attack.Examples;
import epsilonlab.engine.Losses;
import java.util.Arrays;

/**
 * Adversarial images and what the network says of them.
 *
 * @param classes how many classes there are
 * @param images one row of pixels in [0, 1] an image
 * @param probabilities one row of softmax probabilities an image
 * @param answers the classes with the largest logit
 * @param success whether each is what the attack wanted: the target, or any class but the label
 * @param losses the cross-entropies of the true labels
 */
public record Adversarial(
    int classes,
    float[][] images,
    float[][] probabilities,
    int[] answers,
    boolean[] success,
    float[] losses) {

  static Adversarial empty(int count, int classes) {
    return new Adversarial(
        classes,
        new float[count][],
        new float[count][],
        new int[count],
        new boolean[count],
        new float[count]);
  }

  void store(int from, NDArray pixels, NDArray logits, Examples examples) {
    int n = examples.size();
    float[][] pixelRows = rows(pixels.toFloatArray(), n);
    float[][] softmax = rows(logits.softmax(1).toFloatArray(), n);
    long[] largest = logits.argMax(1).toLongArray();
    boolean[] fooled = examples.fooled(logits).toBooleanArray();
    float[] loss = Losses.crossEntropy(logits, examples.labels()).toFloatArray();
    for (int i = 0; i < n; i++) {
      images[from + i] = pixelRows[i];
      probabilities[from + i] = softmax[i];
      answers[from + i] = (int) largest[i];
      success[from + i] = fooled[i];
      losses[from + i] = loss[i];
    }
  }

  static float[][] rows(float[] flat, int count) {
    int size = flat.length / count;
    float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * size, (i + 1) * size);
    }
    return rows;
  }

  /** How many there are. */
  public int size() {
    return answers.length;
  }
}
