package epsilonlab.ui.train;

import epsilonlab.engine.LabException;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.settings.Settings;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingSettings;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Typed;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What the user chose and typed, and one sentence about what is wrong with it. What is right is
 * remembered. Belongs to the FX thread; needs no screen.
 */
final class TrainingForm {
  /** What is typed; the word is the one that the sentences of the training room use. */
  enum Field {
    LEARNING_RATE("learning rate", "a number above 0, for example 0.001"),
    MOMENTUM("momentum", "a number of at least 0 and below 1, for example 0.9"),
    WEIGHT_DECAY("weight decay", "0 or a small number above it, for example 0.0001"),
    BATCH("batch size", "a whole number from 1 to 10000"),
    EPOCHS("number of epochs", "a whole number from 1 to 10000"),
    SEED("seed", "a whole number");

    private final String noun;
    private final String allowed;

    Field(String noun, String allowed) {
      this.noun = noun;
      this.allowed = allowed;
    }
  }

  private final LabSession session;
  private final Settings settings;
  private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>();
  private final ObjectProperty<OptimizerKind> optimizer = new SimpleObjectProperty<>();
  private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>();
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Field> wrong = new ReadOnlyObjectWrapper<>();

  TrainingForm(LabSession session) {
    this.session = session;
    this.settings = session.settings();
    architecture.set(
        Architectures.find(settings.get(TrainSettings.NETWORK))
            .orElse(Architectures.get(TrainSettings.NETWORK.fallback())));
    architecture.addListener(
        (property, before, now) -> settings.set(TrainSettings.NETWORK, now.id()));
    optimizer.set(settings.get(TrainSettings.OPTIMIZER));
    optimizer.addListener((property, before, now) -> settings.set(TrainSettings.OPTIMIZER, now));
    schedule.set(settings.get(TrainSettings.SCHEDULE));
    schedule.addListener((property, before, now) -> settings.set(TrainSettings.SCHEDULE, now));
    text(Field.LEARNING_RATE, Typed.number(settings.get(TrainSettings.LEARNING_RATE)));
    text(Field.MOMENTUM, Typed.number(settings.get(TrainSettings.MOMENTUM)));
    text(Field.WEIGHT_DECAY, Typed.number(settings.get(TrainSettings.WEIGHT_DECAY)));
    text(Field.BATCH, settings.get(TrainSettings.BATCH).toString());
    text(Field.EPOCHS, settings.get(TrainSettings.EPOCHS).toString());
    text(Field.SEED, Long.toString(session.seed().get()));
    session
        .seed()
        .addListener(
            (property, before, now) -> text(Field.SEED).set(Long.toString(now.longValue())));
  }

  private void text(Field field, String initial) {
    StringProperty text = new SimpleStringProperty(initial);
    text.addListener((property, before, now) -> forgive(field));
    texts.put(field, text);
  }

  private void forgive(Field changed) {
    if (wrong.get() == changed || wrong.get() == null) {
      complain("", null);
    }
  }

  ObjectProperty<Architecture> architecture() {
    return architecture;
  }

  ObjectProperty<OptimizerKind> optimizer() {
    return optimizer;
  }

  ObjectProperty<Schedule> schedule() {
    return schedule;
  }

  /** What stands in a field. */
  StringProperty text(Field field) {
    return texts.get(field);
  }

  /** One sentence, or empty. */
  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  /** The field that the sentence speaks of, or null. */
  ReadOnlyObjectProperty<Field> wrong() {
    return wrong.getReadOnlyProperty();
  }

  /** Says something that no field is to blame for, for example how a training failed. */
  void complain(String sentence) {
    complain(sentence, null);
  }

  private void complain(String sentence, Field field) {
    wrong.set(field);
    complaint.set(sentence);
  }

  /** The settings, which are remembered; empty, with a complaint, if something is wrong. */
  Optional<TrainingSettings> check() {
    try {
      TrainingSettings all = read(decimal(Field.LEARNING_RATE, text(Field.LEARNING_RATE).get()));
      complain("", null);
      remember(all);
      return Optional.of(all);
    } catch (LabException unusable) {
      complain(unusable.getMessage(), blame(unusable.getMessage()));
      return Optional.empty();
    }
  }

  /** The same settings with the learning rate that {@code rate} says, which goes into its field. */
  Optional<TrainingSettings> checkWithRate(String rate) {
    try {
      TrainingSettings all = read(decimal(Field.LEARNING_RATE, rate));
      text(Field.LEARNING_RATE).set(rate.strip());
      complain("", null);
      remember(all);
      return Optional.of(all);
    } catch (LabException unusable) {
      complain(unusable.getMessage());
      return Optional.empty();
    }
  }

  private TrainingSettings read(double rate) {
    boolean momentum = optimizer.get() == OptimizerKind.SGD;
    return new TrainingSettings(
        optimizer.get(),
        rate,
        schedule.get(),
        // Adam has none, so whatever stands in the hidden field does no harm
        momentum
            ? decimal(Field.MOMENTUM, text(Field.MOMENTUM).get())
            : settings.get(TrainSettings.MOMENTUM),
        decimal(Field.WEIGHT_DECAY, text(Field.WEIGHT_DECAY).get()),
        (int) whole(Field.BATCH, Integer.MAX_VALUE),
        (int) whole(Field.EPOCHS, Integer.MAX_VALUE),
        whole(Field.SEED, Long.MAX_VALUE));
  }

  private void remember(TrainingSettings all) {
    settings.set(TrainSettings.LEARNING_RATE, all.learningRate());
    settings.set(TrainSettings.MOMENTUM, all.momentum());
    settings.set(TrainSettings.WEIGHT_DECAY, all.weightDecay());
    settings.set(TrainSettings.BATCH, all.batch());
    settings.set(TrainSettings.EPOCHS, all.epochs());
    session.seed().set(all.seed());
  }

  private static double decimal(Field field, String text) {
    return Typed.decimal(text, field.noun, field.allowed);
  }

  private long whole(Field field, long most) {
    return Typed.whole(text(field).get(), most, field.noun, field.allowed);
  }

  private static Field blame(String sentence) {
    for (Field field : Field.values()) {
      if (sentence.startsWith("The " + field.noun + " is ")) {
        return field;
      }
    }
    return null;
  }
}
