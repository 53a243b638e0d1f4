package epsilonlab.ui.defend;

import epsilonlab.data.DataSet;
import epsilonlab.defence.RaceSettings;
import epsilonlab.defence.Trained;
import epsilonlab.model.ModelCard;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is to be raced, on what and how; fixed when the user presses the button. */
record RacePlan(RaceSettings settings, DataSet data) {
  /** "Small CNN, PGD". */
  String title(Trained trained) {
    return settings.architecture().title() + ", " + trained.method().title();
  }

  /** What will be known of a network of the race. */
  ModelCard card(String name, Trained trained) {
    ModelCard card = trained.card(name, data.id(), settings.training());
    Map<String, String> all = new TreeMap<>(card.settings());
    int batch = settings.training().batch();
    double batches = Math.ceil(data.train().size() / (double) batch);
    all.put("epochs-done", String.format(Locale.ROOT, "%.2f", trained.result().steps() / batches));
    all.put("data-sha256", data.sha256());
    return new ModelCard(
        card.name(),
        card.architecture(),
        card.dataset(),
        card.training(),
        card.seed(),
        card.cleanAccuracy(),
        card.robustAccuracy(),
        card.created(),
        all);
  }
}
