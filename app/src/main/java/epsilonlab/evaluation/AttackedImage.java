package epsilonlab.evaluation;

import epsilonlab.model.Predictions;
import java.util.Arrays;

/**
 * One image before and after an attack.
 *
 * @param index in the test set
 * @param label its true class
 * @param original its pixels, in [0, 1]
 * @param adversarial the pixels after the attack, in [0, 1]
 * @param answerBefore the network's answer before
 * @param answerAfter its answer after
 * @param probabilitiesBefore ten numbers that sum to 1
 * @param probabilitiesAfter the same after
 * @param lossBefore cross-entropy of the true class before
 * @param lossAfter the same after
 * @param success whether the answer is what the attack wanted
 * @param norms the size of the change
 */
public record AttackedImage(
    int index,
    int label,
    float[] original,
    float[] adversarial,
    int answerBefore,
    int answerAfter,
    float[] probabilitiesBefore,
    float[] probabilitiesAfter,
    double lossBefore,
    double lossAfter,
    boolean success,
    Norms norms) {

  static AttackedImage of(
      int index, float[] original, Predictions before, int i, Adversarial after) {
    int classes = before.classes();
    return new AttackedImage(
        index,
        before.labels()[i],
        original,
        after.images()[i],
        before.answers()[i],
        after.answers()[i],
        Arrays.copyOfRange(before.probabilities(), i * classes, (i + 1) * classes),
        after.probabilities()[i],
        before.losses()[i],
        after.losses()[i],
        after.success()[i],
        Norms.between(original, after.images()[i]));
  }

  /** {@code adversarial - original}. */
  public float[] perturbation() {
    float[] difference = new float[original.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = adversarial[i] - original[i];
    }
    return difference;
  }
}
