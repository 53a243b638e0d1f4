package epsilonlab.ui.attack;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import epsilonlab.engine.LabException;
import epsilonlab.model.ModelEntry;
import epsilonlab.settings.CommonSettings;
import epsilonlab.ui.LabSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

/** Which attack with which settings. Belongs to the FX thread; needs no screen. */
final class AttackChoice {
  private final LabSession session;
  private final ObjectProperty<Attack> attack = new SimpleObjectProperty<>();
  private final ObjectProperty<Target> target = new SimpleObjectProperty<>(Target.NONE);
  private final ObjectProperty<ModelEntry> source = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<ModelEntry> sourceInUse = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<AttackPlan> plan = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
  // "pgd.steps" to a value; what is not there has its default
  private final Map<String, Double> values;

  AttackChoice(LabSession session) {
    this.session = session;
    values = new HashMap<>(session.settings().get(CommonSettings.ATTACK_PARAMETERS));
    attack.set(remembered());
    attack.addListener((property, before, now) -> settle());
    target.addListener((property, before, now) -> settle());
    source.addListener((property, before, now) -> findSource());
    session.model().addListener((property, before, now) -> findSource());
    session.models().addListener((ListChangeListener<ModelEntry>) change -> findSource());
    session.seed().addListener((property, before, now) -> settle());
    settle();
    findSource();
  }

  private Attack remembered() {
    String wanted = session.settings().get(CommonSettings.ATTACK);
    return Attacks.ALL.stream()
        .filter(known -> known.id().equals(wanted))
        .findFirst()
        .orElse(Attacks.ALL.get(0));
  }

  /** The attack. */
  ObjectProperty<Attack> attack() {
    return attack;
  }

  /** What it wants. */
  ObjectProperty<Target> target() {
    return target;
  }

  /** The model that a transferred attack shall work on first; null for any. */
  ObjectProperty<ModelEntry> source() {
    return source;
  }

  /** The model that a transferred attack on the one in use does work on; null if there is none. */
  ReadOnlyObjectProperty<ModelEntry> sourceInUse() {
    return sourceInUse.getReadOnlyProperty();
  }

  /** Tells when the chosen attack, with the same plan, has come to work on another model. */
  void onSourceInUse(Runnable changed) {
    sourceInUse.addListener(
        (property, before, now) -> {
          if (attack.get().needsSource()) {
            changed.run();
          }
        });
  }

  /** Whether the chosen attack cannot be made for want of a second model. */
  boolean needsAnotherModel() {
    return attack.get().needsSource() && sourceInUse.get() == null;
  }

  /** The models that an attack on this one can work on first: all others. */
  List<ModelEntry> sources(ModelEntry attacked) {
    return session.models().stream()
        .filter(model -> attacked == null || !model.id().equals(attacked.id()))
        .toList();
  }

  /** The one that it does work on: the chosen one where that is possible, else the first. */
  Optional<ModelEntry> source(ModelEntry attacked) {
    ModelEntry chosen = source.get();
    List<ModelEntry> possible = sources(attacked);
    return possible.stream()
        .filter(model -> chosen != null && model.id().equals(chosen.id()))
        .findFirst()
        .or(() -> possible.stream().findFirst());
  }

  private void findSource() {
    sourceInUse.set(source(session.model().get()).orElse(null));
  }

  /**
   * The plan with whatever must be loaded for it, to be asked for off the FX thread.
   *
   * @param any a plan of this choice
   * @param attacked the model that it is for
   */
  Supplier<AttackPlan> loading(AttackPlan any, ModelEntry attacked) {
    Optional<ModelEntry> from = any.attack().needsSource() ? source(attacked) : Optional.empty();
    return () -> from.map(model -> any.withSource(session.classifier(model))).orElse(any);
  }

  /** The last good plan. */
  ReadOnlyObjectProperty<AttackPlan> plan() {
    return plan.getReadOnlyProperty();
  }

  /** What is wrong with what was typed, or an empty text. */
  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  /** What the field of a parameter shows: a number, or how it follows from epsilon. */
  String text(Parameter parameter) {
    Double own = values.get(key(parameter));
    if (parameter.kind() == Parameter.Kind.CHOICE) {
      return parameter.text(own == null ? parameter.initial() : own);
    }
    if (own == null) {
      return parameter.isDerived() ? "" : number(parameter, parameter.initial());
    }
    return number(parameter, own);
  }

  /** Whether a switch is on. */
  boolean isOn(Parameter parameter) {
    return values.getOrDefault(key(parameter), parameter.initial()) != 0;
  }

  /** Takes what was typed; an empty text means the default. */
  void set(Parameter parameter, String text) {
    if (text.isBlank()) {
      values.remove(key(parameter));
      settle();
      return;
    }
    try {
      set(parameter, Double.parseDouble(text.strip().replace(',', '.')));
    } catch (NumberFormatException notANumber) {
      complaint.set(parameter.label() + " takes a number, not “" + text.strip() + "”.");
    }
  }

  /** Takes a value. */
  void set(Parameter parameter, double value) {
    try {
      values.put(key(parameter), parameter.check(value));
      settle();
    } catch (LabException outOfRange) {
      complaint.set(outOfRange.getMessage());
    }
  }

  private String key(Parameter parameter) {
    return attack.get().id() + "." + parameter.name();
  }

  private static String number(Parameter parameter, double value) {
    return parameter.kind() == Parameter.Kind.REAL
        ? String.valueOf(value)
        : String.valueOf((long) value);
  }

  private void settle() {
    complaint.set("");
    session.settings().set(CommonSettings.ATTACK, attack.get().id());
    session.settings().set(CommonSettings.ATTACK_PARAMETERS, Map.copyOf(values));
    AttackPlan now = plan(attack.get(), target.get());
    if (!now.equals(plan.get())) {
      plan.set(now);
    }
  }

  /** The plan of any attack with the values that were typed for it. */
  AttackPlan plan(Attack any, Target wanted) {
    Map<String, Double> own = new HashMap<>();
    for (Parameter parameter : any.parameters()) {
      Double value = values.get(any.id() + "." + parameter.name());
      if (value != null) {
        own.put(parameter.name(), value);
      }
    }
    try {
      return new AttackPlan(any, AttackSettings.of(any, own), wanted, session.seed().get());
    } catch (LabException staleSettings) {
      // remembered by a version with other ranges
      return AttackPlan.defaults(any, session.seed().get());
    }
  }
}
