package epsilonlab.ui.photo;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import epsilonlab.engine.LabException;
import epsilonlab.photo.ClassNames;
import epsilonlab.photo.PhotoAttacks;
import epsilonlab.photo.PhotoSettings;
import epsilonlab.photo.PhotoSettings.Ending;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Typed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The attack as the user chose it: its name, what was typed, the target, epsilon, when it is
 * enough. Belongs to the FX thread; needs no screen.
 */
final class AttackForm {
  // the others are for many digits, or for those who know them from the command line
  private static final Set<String> SHOWN =
      Set.of("steps", "step-size", "learning-rate", "draws", "decay");

  private final LabSession session;
  private final ObjectProperty<Attack> attack = new SimpleObjectProperty<>();
  private final StringProperty target = new SimpleStringProperty();
  private final ObjectProperty<Ending> ending = new SimpleObjectProperty<>();
  private final DoubleProperty epsilon = new SimpleDoubleProperty();
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
  private final Map<String, String> typed = new HashMap<>();

  AttackForm(LabSession session) {
    this.session = session;
    attack.set(Attacks.get(PhotoAttacks.ALL, session.settings().get(PhotoKept.ATTACK)));
    target.set(session.settings().get(PhotoKept.TARGET));
    ending.set(session.settings().get(PhotoKept.ENDING));
    epsilon.set(session.settings().get(PhotoKept.EPSILON));
    session
        .settings()
        .get(PhotoKept.PARAMETERS)
        .forEach((name, value) -> typed.put(name, Typed.number(value)));
    attack.addListener(
        (property, before, now) -> session.settings().set(PhotoKept.ATTACK, now.id()));
    target.addListener((property, before, now) -> session.settings().set(PhotoKept.TARGET, now));
    ending.addListener((property, before, now) -> session.settings().set(PhotoKept.ENDING, now));
    epsilon.addListener(
        (property, before, now) -> session.settings().set(PhotoKept.EPSILON, now.doubleValue()));
  }

  ObjectProperty<Attack> attack() {
    return attack;
  }

  /** The label of the target, or empty for any other class. */
  StringProperty target() {
    return target;
  }

  ObjectProperty<Ending> ending() {
    return ending;
  }

  /** The largest change of a colour value, in [0, 8/255]. */
  DoubleProperty epsilon() {
    return epsilon;
  }

  /** What is wrong with what was typed, or empty. */
  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  /** Says what is wrong; empty for nothing. */
  void complain(String sentence) {
    complaint.set(sentence);
  }

  /** The parameters that have a field. */
  List<Parameter> parameters() {
    return attack.get().parameters().stream()
        .filter(parameter -> SHOWN.contains(parameter.name()))
        .toList();
  }

  private String key(Parameter parameter) {
    return attack.get().id() + "." + parameter.name();
  }

  /** What was typed for a parameter of the chosen attack, or its default. */
  String text(Parameter parameter) {
    String fallback = parameter.isDerived() ? "" : Typed.number(parameter.initial());
    return typed.getOrDefault(key(parameter), fallback);
  }

  /** Takes what is typed; what is no value is said when the attack begins. */
  void type(Parameter parameter, String text) {
    typed.put(key(parameter), text);
    complaint.set("");
    try {
      Map<String, Double> kept = new HashMap<>(session.settings().get(PhotoKept.PARAMETERS));
      if (text.isBlank()) {
        kept.remove(key(parameter));
      } else {
        kept.put(key(parameter), parameter.parse(text.strip().replace(',', '.')));
      }
      session.settings().set(PhotoKept.PARAMETERS, Map.copyOf(kept));
    } catch (LabException unusable) {
      complaint.set(unusable.getMessage());
    }
  }

  /**
   * The attack.
   *
   * @param names of the classes, among which the target is looked up
   * @throws LabException that says what is wrong with what was typed
   */
  PhotoSettings settings(ClassNames names) {
    Map<String, Double> own = new HashMap<>();
    for (Parameter parameter : parameters()) {
      String text = text(parameter).strip().replace(',', '.');
      if (!text.isEmpty()) {
        own.put(parameter.name(), parameter.parse(text));
      }
    }
    String wanted = target.get().strip();
    Target of = wanted.isEmpty() ? Target.NONE : new Target.Of(names.index(wanted));
    AttackPlan plan =
        new AttackPlan(
            attack.get(), AttackSettings.of(attack.get(), own), of, session.seed().get());
    return new PhotoSettings(plan, epsilon.get(), ending.get());
  }
}
