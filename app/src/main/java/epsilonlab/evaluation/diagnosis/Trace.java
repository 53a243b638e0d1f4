package epsilonlab.evaluation.diagnosis;

import java.util.List;

/**
 * An attack's way from the original image to its result, both included.
 *
 * @param steps at least two
 * @param images one row of pixels a step
 * @param probabilities one row of softmax probabilities a step
 * @param followsGradients whether the attack asked for gradients
 * @param vanishing the fraction of the gradients it asked for that told no direction, in [0, 1]
 */
public record Trace(
    List<Step> steps,
    float[][] images,
    float[][] probabilities,
    boolean followsGradients,
    double vanishing) {
  /** The original. */
  public Step first() {
    return steps.get(0);
  }

  /** The result. */
  public Step last() {
    return steps.get(steps.size() - 1);
  }

  /** The original image. */
  float[] original() {
    return images[0];
  }

  /** The attack's result. */
  float[] result() {
    return images[images.length - 1];
  }
}
