package epsilonlab.defence;

import epsilonlab.model.ModelCard;
import epsilonlab.training.AdversarialSettings;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import epsilonlab.training.TrainingResult;
import epsilonlab.training.TrainingSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** "PGD, ε 0.3, 6 epochs". */
  public String summary() {
    int epochs = result.epochs().size();
    String attack =
        method() == TrainingMethods.STANDARD
            ? ""
            : ", ε "
                + BigDecimal.valueOf(adversarial.epsilon()).stripTrailingZeros().toPlainString();
    String length =
        epochs == 0 ? "part of an epoch" : epochs + (epochs == 1 ? " epoch" : " epochs");
    return method().title() + attack + ", " + length;
  }

  /**
   * What is known of the model, for its file.
   *
   * @param name what to call it
   * @param dataset the data it was trained on
   * @param training what it has in common with the others of the race
   */
  public ModelCard card(String name, String dataset, TrainingSettings training) {
    Map<String, String> settings = new LinkedHashMap<>();
    training.toMap().forEach((key, value) -> settings.put(key, String.valueOf(value)));
    adversarial.toMap().forEach((key, value) -> settings.put(key, String.valueOf(value)));
    return new ModelCard(
        name,
        result.architecture().id(),
        dataset,
        summary(),
        training.seed(),
        result.test().accuracy(),
        null,
        Instant.now(),
        settings);
  }
}
