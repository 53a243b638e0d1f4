package epsilonlab.ui.generate.denoise;

import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.DenoisingSettings;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.Noise;
import epsilonlab.generative.NoiseKind;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Weights;

/**
 * The autoencoder that is looked at: one that is being trained, at an epoch, or one from the
 * library.
 *
 * @param card what is known of it
 * @param noise that it was trained with
 * @param weights compared by identity
 * @param epochs how many it was trained for, with fraction; NaN if nobody wrote that down
 */
record Autoencoder(
    ModelCard card, DenoisingAutoencoder network, Noise noise, Weights weights, double epochs) {

  /**
   * One of a training.
   *
   * @param dataset that it learns
   */
  static Autoencoder of(
      DenoisingSettings settings, String dataset, Weights weights, double epochs) {
    return new Autoencoder(
        GenerativeModels.card(settings.network().title(), settings, dataset, epochs),
        settings.network(),
        settings.noise(),
        weights,
        epochs);
  }

  /** One of the library; where its card does not name the noise, it is the exercise's. */
  static Autoencoder of(ModelCard card, DenoisingAutoencoder network, Weights weights) {
    return new Autoencoder(card, network, noise(card), weights, Double.NaN);
  }

  private static Noise noise(ModelCard card) {
    String size = card.settings().get("noise");
    String id = card.settings().get("noise-kind");
    for (NoiseKind kind : NoiseKind.values()) {
      if (size != null && kind.id().equals(id)) {
        try {
          return new Noise(kind, Double.parseDouble(size));
        } catch (NumberFormatException | epsilonlab.engine.LabException unusable) {
          return Noise.EXERCISE;
        }
      }
    }
    return Noise.EXERCISE;
  }

  String name() {
    return card.name();
  }

  boolean isSame(Autoencoder other) {
    return other != null && other.weights == weights && other.noise.equals(noise);
  }
}
