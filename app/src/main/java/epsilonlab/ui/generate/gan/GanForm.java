package epsilonlab.ui.generate.gan;

import epsilonlab.engine.LabException;
import epsilonlab.generative.Gan;
import epsilonlab.generative.GanControls;
import epsilonlab.generative.GanSettings;
import epsilonlab.generative.GeneratorLoss;
import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.generate.run.TypedField;
import epsilonlab.ui.generate.run.TypedForm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is chosen before a GAN is trained. Belongs to the FX thread; needs no screen. */
final class GanForm {
  private static final String SIZES = "whole numbers above 0, for example 256, 512, 1024";

  static final TypedField LATENT =
      TypedField.of(
          "gan.latent", "128", "number of latent dimensions z", "a whole number from 1 to 1024");
  static final TypedField GENERATOR =
      TypedField.of(
          "gan.generator", "256, 512, 1024", "list of hidden layers of the generator", SIZES);
  static final TypedField DISCRIMINATOR =
      TypedField.of(
          "gan.discriminator",
          "1024, 512, 256",
          "list of hidden layers of the discriminator",
          SIZES);
  static final TypedField CHANNELS =
      TypedField.of("gan.channels", "32", "number of channels", "a whole number from 1 to 256");
  static final TypedField DROPOUT =
      TypedField.of("gan.dropout", "0.3", "dropout", "a number from 0 to below 1");
  static final TypedField RATE =
      TypedField.of(
          "gan.learning-rate", "0.0002", "learning rate", "a number above 0, for example 0.0002");
  static final TypedField BATCH =
      TypedField.of("gan.batch", "100", "batch size", "a whole number from 1 to 10000");
  static final TypedField EPOCHS =
      TypedField.of("gan.epochs", "50", "number of epochs", "a whole number from 1 to 10000");
  static final TypedField STEPS =
      TypedField.of(
          "gan.discriminator-steps",
          "1",
          "number of discriminator steps",
          "a whole number from 1 to 100");

  private static final Setting<String> KIND =
      Setting.of("gan.network", String.class, GanKind.ALL.get(0).id());
  private static final Setting<GeneratorLoss> LOSS =
      Setting.of("gan.generator-loss", GeneratorLoss.class, GeneratorLoss.NON_SATURATING);

  private final Settings settings;
  private final TypedForm typed;
  private final ObjectProperty<GanKind> kind = new SimpleObjectProperty<>();
  private final ObjectProperty<GeneratorLoss> loss = new SimpleObjectProperty<>();
  private final BooleanProperty stepping = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper generatorWeights = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper discriminatorWeights = new ReadOnlyStringWrapper();

  GanForm(LabSession session) {
    settings = session.settings();
    typed =
        new TypedForm(
            session,
            LATENT,
            GENERATOR,
            DISCRIMINATOR,
            CHANNELS,
            DROPOUT,
            RATE,
            BATCH,
            EPOCHS,
            STEPS);
    kind.set(GanKind.of(settings.get(KIND)));
    loss.set(settings.get(LOSS));
    kind.addListener((property, before, now) -> count());
    for (TypedField size : List.of(LATENT, GENERATOR, DISCRIMINATOR, CHANNELS)) {
      typed.text(size).addListener((property, before, now) -> count());
    }
    count();
  }

  /** The fields. */
  TypedForm typed() {
    return typed;
  }

  ObjectProperty<GanKind> kind() {
    return kind;
  }

  ObjectProperty<GeneratorLoss> loss() {
    return loss;
  }

  /** Whether batches come one by one. */
  BooleanProperty stepping() {
    return stepping;
  }

  /** "1,493,520 weights", or a dash while the sizes are none. */
  ReadOnlyStringProperty generatorWeights() {
    return generatorWeights.getReadOnlyProperty();
  }

  /** The same for the discriminator. */
  ReadOnlyStringProperty discriminatorWeights() {
    return discriminatorWeights.getReadOnlyProperty();
  }

  int latent() {
    return typed.whole(LATENT);
  }

  List<Integer> hidden(TypedField layers) {
    return typed.wholes(layers);
  }

  int channels() {
    return typed.whole(CHANNELS);
  }

  double dropout() {
    return typed.decimal(DROPOUT);
  }

  private void count() {
    try {
      Gan network = kind.get().network().apply(this);
      generatorWeights.set(weights(network, Gan.GENERATOR));
      discriminatorWeights.set(weights(network, Gan.DISCRIMINATOR));
    } catch (LabException unfinished) {
      generatorWeights.set("–");
      discriminatorWeights.set("–");
    }
  }

  private static String weights(Gan network, String player) {
    long count =
        network.shapes().entrySet().stream()
            .filter(weight -> weight.getKey().startsWith(player))
            .map(Map.Entry::getValue)
            .mapToLong(shape -> Arrays.stream(shape).reduce(1, Math::multiplyExact))
            .sum();
    return String.format(Locale.ROOT, "%,d weights", count);
  }

  /**
   * The settings, which are remembered.
   *
   * @throws LabException that says what is wrong
   */
  GanSettings settings() {
    GanControls controls = new GanControls(typed.decimal(RATE), typed.whole(STEPS));
    controls.setStepping(stepping.get());
    GanSettings all =
        new GanSettings(
            kind.get().network().apply(this),
            loss.get(),
            controls,
            typed.whole(BATCH),
            typed.whole(EPOCHS),
            typed.seed());
    typed.remember();
    settings.set(KIND, kind.get().id());
    settings.set(LOSS, loss.get());
    return all;
  }
}
