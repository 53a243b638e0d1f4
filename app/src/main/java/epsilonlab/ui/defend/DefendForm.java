package epsilonlab.ui.defend;

import epsilonlab.defence.RaceDefaults;
import epsilonlab.defence.RaceSettings;
import epsilonlab.engine.LabException;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.report.figure.Numbers;
import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import epsilonlab.training.AdversarialSettings;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import epsilonlab.training.TrainingSettings;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Typed;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Which methods race and what was typed, with one sentence about what is wrong with it. What is
 * right is remembered. Belongs to the FX thread; needs no screen.
 */
final class DefendForm {
  /** Where in the column a complaint stands. */
  enum Section {
    METHODS,
    ATTACK,
    TRAINING
  }

  /** What is typed; the word is the one that the sentences of the training room use. */
  enum Field {
    EPSILON(Section.ATTACK, "epsilon of the training", "a number from 0 to 1, for example 0.3"),
    STEPS(Section.ATTACK, "number of attack steps", "a whole number from 1 to 1000"),
    STEP_SIZE(Section.ATTACK, "step size", "a number above 0 and at most 1, or nothing"),
    EPOCHS(Section.TRAINING, "number of epochs", "a whole number from 1 to 10000"),
    BATCH(Section.TRAINING, "batch size", "a whole number from 1 to 10000"),
    SEED(Section.TRAINING, "seed", "a whole number"),
    RESTARTS(Section.TRAINING, "number of restarts", "a whole number from 1 to 100"),
    CLEAN_SHARE(Section.TRAINING, "clean share", "a number of at least 0 and below 1"),
    COPIES(
        Section.TRAINING,
        "number of adversarial examples an image",
        "a whole number from 1 to 100"),
    BETA(Section.TRAINING, "beta of TRADES", "a number above 0, for example 6"),
    LEARNING_RATE(Section.TRAINING, "learning rate", "a number above 0, for example 0.002");

    private final Section section;
    private final String noun;
    private final String allowed;

    Field(Section section, String noun, String allowed) {
      this.section = section;
      this.noun = noun;
      this.allowed = allowed;
    }
  }

  private final LabSession session;
  private final Settings settings;
  private final Map<TrainingMethod, BooleanProperty> chosen = new LinkedHashMap<>();
  private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>();
  private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>();
  private final BooleanProperty ramp = new SimpleBooleanProperty();
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Field> wrong = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Section> section = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  DefendForm(LabSession session) {
    this.session = session;
    this.settings = session.settings();
    List<String> ticked = settings.get(DefendSettings.METHODS);
    for (TrainingMethod method : TrainingMethods.ALL) {
      BooleanProperty tick = new SimpleBooleanProperty(ticked.contains(method.id()));
      tick.addListener((property, before, now) -> ticked());
      chosen.put(method, tick);
    }
    architecture.set(
        Architectures.find(settings.get(DefendSettings.NETWORK))
            .orElse(Architectures.get(DefendSettings.NETWORK.fallback())));
    architecture.addListener(
        (property, before, now) -> settings.set(DefendSettings.NETWORK, now.id()));
    remembered(schedule, DefendSettings.SCHEDULE);
    ramp.set(settings.get(DefendSettings.RAMP));
    ramp.addListener((property, before, now) -> settings.set(DefendSettings.RAMP, now));
    text(Field.EPSILON, decimals(settings.get(DefendSettings.EPSILON)));
    text(Field.STEPS, settings.get(DefendSettings.STEPS).toString());
    text(Field.STEP_SIZE, settings.get(DefendSettings.STEP_SIZE));
    text(Field.EPOCHS, settings.get(DefendSettings.EPOCHS).toString());
    text(Field.BATCH, settings.get(DefendSettings.BATCH).toString());
    text(Field.SEED, Long.toString(session.seed().get()));
    text(Field.RESTARTS, settings.get(DefendSettings.RESTARTS).toString());
    text(Field.CLEAN_SHARE, Typed.number(settings.get(DefendSettings.CLEAN_SHARE)));
    text(Field.COPIES, settings.get(DefendSettings.COPIES).toString());
    text(Field.BETA, Typed.number(settings.get(DefendSettings.BETA)));
    text(Field.LEARNING_RATE, Typed.number(settings.get(DefendSettings.LEARNING_RATE)));
    session
        .seed()
        .addListener(
            (property, before, now) -> text(Field.SEED).set(Long.toString(now.longValue())));
  }

  private <T> void remembered(ObjectProperty<T> property, Setting<T> setting) {
    property.set(settings.get(setting));
    property.addListener((any, before, now) -> settings.set(setting, now));
  }

  /** "0.30", as epsilons are written. */
  private static String decimals(double epsilon) {
    String text = Typed.number(epsilon);
    return text.matches("0\\.\\d") ? text + "0" : text;
  }

  private void ticked() {
    settings.set(DefendSettings.METHODS, methods().stream().map(TrainingMethod::id).toList());
    if (section.get() == Section.METHODS) {
      complain("", null, null);
    }
  }

  private void text(Field field, String initial) {
    StringProperty text = new SimpleStringProperty(initial);
    text.addListener(
        (property, before, now) -> {
          changes.set(changes.get() + 1);
          if (wrong.get() == field || wrong.get() == null) {
            complain("", null, null);
          }
        });
    texts.put(field, text);
  }

  /** Whether a method takes part. */
  BooleanProperty chosen(TrainingMethod method) {
    return chosen.get(method);
  }

  /** Those that take part, in the order of the list. */
  List<TrainingMethod> methods() {
    return chosen.entrySet().stream()
        .filter(entry -> entry.getValue().get())
        .map(Map.Entry::getKey)
        .toList();
  }

  ObjectProperty<Architecture> architecture() {
    return architecture;
  }

  ObjectProperty<Schedule> schedule() {
    return schedule;
  }

  /** Whether epsilon grows over the first part of the training. */
  BooleanProperty ramp() {
    return ramp;
  }

  /** What stands in a field. */
  StringProperty text(Field field) {
    return texts.get(field);
  }

  /** Grows whenever something else is typed. */
  ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /** One sentence, or empty. */
  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  /** The field that the sentence speaks of, or null. */
  ReadOnlyObjectProperty<Field> wrong() {
    return wrong.getReadOnlyProperty();
  }

  /** Where the sentence stands, or null. */
  ReadOnlyObjectProperty<Section> section() {
    return section.getReadOnlyProperty();
  }

  /** Says something that no field is to blame for. */
  void complain(String sentence) {
    complain(sentence, null, Section.TRAINING);
  }

  private void complain(String sentence, Field field, Section where) {
    section.set(where);
    wrong.set(field);
    complaint.set(sentence);
  }

  /** How many passes a batch costs with what is typed; 0 while that is no attack. */
  int passes(TrainingMethod method) {
    try {
      return method.passes(adversarial());
    } catch (LabException unusable) {
      return 0;
    }
  }

  /** What an empty step size stands for, to three decimals; nothing while that is unknown. */
  String derivedStep() {
    try {
      double step = 2.5 * decimal(Field.EPSILON) / whole(Field.STEPS);
      return Double.isFinite(step) ? Numbers.plain(Math.round(step * 1000) / 1000.0) : "";
    } catch (LabException unusable) {
      return "";
    }
  }

  /** The race, which is remembered; empty, with a complaint, if something is wrong. */
  Optional<RaceSettings> check() {
    try {
      if (methods().isEmpty()) {
        complain("Tick at least one training method.", null, Section.METHODS);
        return Optional.empty();
      }
      RaceSettings race =
          new RaceSettings(architecture.get(), methods(), training(), adversarial());
      complain("", null, null);
      remember(race);
      return Optional.of(race);
    } catch (LabException unusable) {
      Field field = blame(unusable.getMessage());
      complain(unusable.getMessage(), field, field == null ? Section.TRAINING : field.section);
      return Optional.empty();
    }
  }

  private AdversarialSettings adversarial() {
    AdversarialSettings defaults = RaceDefaults.adversarial(decimal(Field.EPSILON));
    boolean derived = text(Field.STEP_SIZE).get().isBlank();
    return new AdversarialSettings(
        defaults.method(),
        defaults.epsilon(),
        whole(Field.STEPS),
        derived ? Double.NaN : decimal(Field.STEP_SIZE),
        whole(Field.RESTARTS),
        ramp.get() ? defaults.epsilonRamp() : 0,
        decimal(Field.CLEAN_SHARE),
        whole(Field.COPIES),
        decimal(Field.BETA));
  }

  private TrainingSettings training() {
    TrainingSettings defaults = RaceDefaults.training(whole(Field.EPOCHS), seed());
    return new TrainingSettings(
        defaults.optimizer(),
        decimal(Field.LEARNING_RATE),
        schedule.get(),
        defaults.momentum(),
        defaults.weightDecay(),
        whole(Field.BATCH),
        defaults.epochs(),
        defaults.seed());
  }

  private void remember(RaceSettings race) {
    AdversarialSettings attack = race.adversarial();
    TrainingSettings training = race.training();
    settings.set(DefendSettings.EPSILON, attack.epsilon());
    settings.set(DefendSettings.STEPS, attack.steps());
    settings.set(DefendSettings.STEP_SIZE, text(Field.STEP_SIZE).get().strip());
    settings.set(DefendSettings.RESTARTS, attack.restarts());
    settings.set(DefendSettings.CLEAN_SHARE, attack.cleanShare());
    settings.set(DefendSettings.COPIES, attack.copies());
    settings.set(DefendSettings.BETA, attack.beta());
    settings.set(DefendSettings.LEARNING_RATE, training.learningRate());
    settings.set(DefendSettings.EPOCHS, training.epochs());
    settings.set(DefendSettings.BATCH, training.batch());
    session.seed().set(training.seed());
  }

  private double decimal(Field field) {
    return Typed.decimal(text(field).get(), field.noun, field.allowed);
  }

  private int whole(Field field) {
    return (int) Typed.whole(text(field).get(), Integer.MAX_VALUE, field.noun, field.allowed);
  }

  private long seed() {
    Field field = Field.SEED;
    return Typed.whole(text(field).get(), Long.MAX_VALUE, field.noun, field.allowed);
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
