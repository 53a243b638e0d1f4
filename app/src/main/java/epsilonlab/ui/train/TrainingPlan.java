package epsilonlab.ui.train;

import epsilonlab.data.DataSet;
import epsilonlab.model.Architecture;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Weights;
import epsilonlab.training.TrainingSettings;
import epsilonlab.ui.Typed;
import epsilonlab.ui.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to be trained, on what and how; fixed when the user presses the button.
 *
 * @param start where it goes on from, if not from fresh weights
 */
record TrainingPlan(
    Architecture architecture, TrainingSettings settings, DataSet data, Optional<Start> start) {
  /**
   * An earlier training that is continued.
   *
   * @param weights its last weights
   * @param epochs how many epochs they were trained, with fraction
   * @param training how, in a few words
   * @param model the name of the model that it left
   * @param history its course
   */
  record Start(
      Weights weights, double epochs, String training, String model, TrainingHistory history) {}

  /** How many steps an epoch has. */
  int batchesPerEpoch() {
    return (data.train().size() + settings.batch() - 1) / settings.batch();
  }

  /** How many epochs were done before. */
  double epochsBefore() {
    return start.map(Start::epochs).orElse(0.0);
  }

  /** How many epochs will be done in the end. */
  double epochsInAll() {
    return epochsBefore() + settings.epochs();
  }

  /** "Adam, 3 epochs", after whatever came before. */
  String training(double epochsDone) {
    String epochs = Words.epochs(epochsDone);
    return start
        .map(
            before ->
                before.training()
                    + ", then η "
                    + Typed.number(settings.learningRate())
                    + ", "
                    + epochs)
        .orElse(settings.optimizer().title() + ", " + epochs);
  }

  /** What will be known of the model. */
  ModelCard card(String name, double epochsDone, Double accuracy) {
    Map<String, String> all = new TreeMap<>();
    settings.toMap().forEach((key, value) -> all.put(key, String.valueOf(value)));
    all.put("epochs-done", String.format(Locale.ROOT, "%.2f", epochsDone));
    start.ifPresent(before -> all.put("continues", before.model()));
    all.put("data-sha256", data.sha256());
    return new ModelCard(
        name,
        architecture.id(),
        data.id(),
        training(epochsDone),
        settings.seed(),
        accuracy,
        null,
        Instant.now(),
        all);
  }
}
