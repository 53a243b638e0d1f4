package epsilonlab.ui.generate.denoise;

import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.DenoisingSettings;
import epsilonlab.generative.Noise;
import epsilonlab.generative.NoiseKind;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.generate.run.TypedField;
import epsilonlab.ui.generate.run.TypedForm;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is chosen before a training: sizes, noise and numbers; the exercise's until the user
 * chooses. Belongs to the FX thread; needs no screen.
 */
final class DenoiseForm {
  /** The sizes of the narrowest layer that are offered. */
  static final List<Integer> NARROWEST = List.of(16, 32, 64, 128);

  static final TypedField SIZE =
      TypedField.of(
          "denoise.size", "0.5", "size of the noise", "a number from 0 on, for example 0.5");
  static final TypedField LEARNING_RATE =
      TypedField.of(
          "denoise.learning-rate", "0.001", "learning rate", "a number above 0, for example 0.001");
  static final TypedField BATCH =
      TypedField.of("denoise.batch", "64", "batch size", "a whole number from 1 to 10000");
  static final TypedField EPOCHS =
      TypedField.of("denoise.epochs", "10", "number of epochs", "a whole number from 1 to 10000");

  private final Settings settings;
  private final TypedForm typed;
  private final ObjectProperty<Integer> narrowest = new SimpleObjectProperty<>();
  private final ObjectProperty<NoiseKind> kind = new SimpleObjectProperty<>();

  DenoiseForm(LabSession session) {
    settings = session.settings();
    typed = new TypedForm(session, SIZE, LEARNING_RATE, BATCH, EPOCHS);
    narrowest.set(settings.get(DenoiseSettings.NARROWEST));
    kind.set(settings.get(DenoiseSettings.KIND));
    narrowest.addListener((property, before, now) -> settings.set(DenoiseSettings.NARROWEST, now));
    kind.addListener((property, before, now) -> settings.set(DenoiseSettings.KIND, now));
  }

  /** What is typed. */
  TypedForm typed() {
    return typed;
  }

  /** Units of the narrowest layer. */
  ObjectProperty<Integer> narrowest() {
    return narrowest;
  }

  /** What spoils the images. */
  ObjectProperty<NoiseKind> kind() {
    return kind;
  }

  /** The network as chosen. */
  DenoisingAutoencoder network() {
    return DenoisingAutoencoder.withNarrowest(narrowest.get());
  }

  /**
   * The settings, which are remembered.
   *
   * @throws epsilonlab.engine.LabException with the sentence to show if something is wrong
   */
  DenoisingSettings read() {
    DenoisingSettings all =
        new DenoisingSettings(
            network(),
            new Noise(kind.get(), typed.decimal(SIZE)),
            typed.decimal(LEARNING_RATE),
            typed.whole(BATCH),
            typed.whole(EPOCHS),
            typed.seed());
    typed.remember();
    return all;
  }
}
