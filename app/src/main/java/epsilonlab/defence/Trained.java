package epsilonlab.defence;

import epsilonlab.training.AdversarialSettings;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingResult;
import java.util.List;

/**
 * What one method of a race leaves.
 *
 * @param adversarial how it was trained
 * @param result the weights and the figures of each epoch
 * @param points accuracies on the sample, one at the end of each finished epoch
 */
public record Trained(
    AdversarialSettings adversarial, TrainingResult result, List<RobustPoint> points) {
  /** The method. */
  public TrainingMethod method() {
    return adversarial.method();
  }
}
