package epsilonlab.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.engine.LabException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a trained model. It travels inside the weights file.
 *
 * @param name what the user calls it; not blank
 * @param architecture the network's name, for example {@code small-cnn}; not blank
 * @param dataset the data it was trained on
 * @param training how it was trained, in a few words: "Adam, 3 epochs"
 * @param seed the seed of the training
 * @param cleanAccuracy share of right answers on test images, in [0, 1]; null if not measured
 * @param robustAccuracy the same under attack, in [0, 1]; null if not measured
 * @param created when the training ended
 * @param settings everything that is needed to train it again, sorted by name
 */
public record ModelCard(
    String name,
    String architecture,
    String dataset,
    String training,
    long seed,
    Double cleanAccuracy,
    Double robustAccuracy,
    Instant created,
    Map<String, String> settings) {
  static final String ARCHITECTURE = "architecture";
  private static final String CARD = "card";

  public ModelCard {
    name = name.strip();
    if (name.isEmpty()) {
      throw new LabException("A model needs a name; type at least one letter.");
    }
    if (architecture.isBlank()) {
      throw new IllegalArgumentException("a model needs an architecture");
    }
    Objects.requireNonNull(dataset);
    Objects.requireNonNull(training);
    Objects.requireNonNull(created);
    checkAccuracy(cleanAccuracy);
    checkAccuracy(robustAccuracy);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  private static void checkAccuracy(Double accuracy) {
    // written so that NaN is refused as well
    if (accuracy != null && !(accuracy >= 0 && accuracy <= 1)) {
      throw new IllegalArgumentException("an accuracy lies in [0, 1], not " + accuracy);
    }
  }

  /** The same model under another name. */
  public ModelCard withName(String other) {
    return new ModelCard(
        other,
        architecture,
        dataset,
        training,
        seed,
        cleanAccuracy,
        robustAccuracy,
        created,
        settings);
  }

  /** The same model, measured; null for what was not. */
  public ModelCard withAccuracies(Double clean, Double robust) {
    return new ModelCard(
        name, architecture, dataset, training, seed, clean, robust, created, settings);
  }

  /** The texts that the weights file carries. */
  public Map<String, String> toMetadata() {
    JsonObject card = new JsonObject();
    card.addProperty("name", name);
    card.addProperty("dataset", dataset);
    card.addProperty("training", training);
    card.addProperty("seed", seed);
    card.addProperty("clean_accuracy", cleanAccuracy);
    card.addProperty("robust_accuracy", robustAccuracy);
    card.addProperty("created", created.toString());
    JsonObject more = new JsonObject();
    settings.forEach(more::addProperty);
    card.add("settings", more);
    return Map.of("format", "pt", ARCHITECTURE, architecture, CARD, card.toString());
  }

  /**
   * The card in a weights file's texts; empty if another program wrote the file.
   *
   * @throws LabException if there is a card and it is damaged
   */
  public static Optional<ModelCard> fromMetadata(Map<String, String> metadata) {
    String text = metadata.get(CARD);
    String architecture = metadata.get(ARCHITECTURE);
    if (text == null || architecture == null) {
      return Optional.empty();
    }
    try {
      JsonObject card = JsonParser.parseString(text).getAsJsonObject();
      Map<String, String> settings = new LinkedHashMap<>();
      card.getAsJsonObject("settings")
          .asMap()
          .forEach((key, value) -> settings.put(key, value.getAsString()));
      return Optional.of(
          new ModelCard(
              card.get("name").getAsString(),
              architecture,
              card.get("dataset").getAsString(),
              card.get("training").getAsString(),
              card.get("seed").getAsLong(),
              accuracy(card.get("clean_accuracy")),
              accuracy(card.get("robust_accuracy")),
              Instant.parse(card.get("created").getAsString()),
              settings));
    } catch (RuntimeException damaged) {
      // missing keys, other types, dates that are none: all the same to the user
      throw new LabException(
          "The model card inside the file is damaged; export the model again from the lab that"
              + " trained it.",
          damaged);
    }
  }

  private static Double accuracy(JsonElement element) {
    return element == null || element.isJsonNull() ? null : element.getAsDouble();
  }
}
