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
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Which attack with which settings. Belongs to the FX thread; needs no screen. */
final class AttackChoice {
  private final LabSession session;
  private final ObjectProperty<Attack> attack = new SimpleObjectProperty<>();
  private final ObjectProperty<Target> target = new SimpleObjectProperty<>(Target.NONE);
  private final ObjectProperty<ModelEntry> source = new SimpleObjectProperty<>();
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
    source.addListener((property, before, now) -> sourceChanged());
    session.seed().addListener((property, before, now) -> settle());
    settle();
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

  /** The model that a transferred attack works on first; null for any other than the one in use. */
  ObjectProperty<ModelEntry> source() {
    return source;
  }

  /**
   * The plan with whatever must be loaded for it, to be asked for off the FX thread.
   *
   * @param any a plan of this choice
   */
  Supplier<AttackPlan> loading(AttackPlan any) {
    if (!any.attack().needsSource()) {
      return () -> any;
    }
    ModelEntry from = sourceEntry();
    return () -> from == null ? any : any.withSource(session.classifier(from));
  }

  private ModelEntry sourceEntry() {
    ModelEntry chosen = source.get();
    if (chosen != null && session.models().contains(chosen)) {
      return chosen;
    }
    return session.models().stream()
        .filter(model -> !model.equals(session.model().get()))
        .findFirst()
        .orElse(session.model().get());
  }

  /** The last good plan. */
  ReadOnlyObjectProperty<AttackPlan> plan() {
    return plan.getReadOnlyProperty();
  }

  /** What is wrong with what was typed, or an empty text. */
  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  // the plan is the same, but not what it leads to
  private void sourceChanged() {
    AttackPlan now = plan.get();
    if (now.attack().needsSource()) {
      plan.set(null);
      plan.set(now);
    }
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
