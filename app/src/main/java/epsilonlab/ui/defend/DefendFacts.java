package epsilonlab.ui.defend;

import epsilonlab.defence.RaceDefaults;
import epsilonlab.defence.RaceSettings;
import epsilonlab.defence.RobustTableJob.Against;
import epsilonlab.engine.LabException;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import epsilonlab.ui.FormFacts;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.Typed;
import epsilonlab.ui.defend.DefendForm.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.StringProperty;

/**
 * What the Defend tab tells of itself, and what can be set on it. Accuracies are told while they
 * are of the network and the training epsilon that the form shows.
 */
final class DefendFacts {
  private static final List<String> IN_TABLE = List.of("standard", "fgsm", "pgd");

  private final DefendViewModel model;
  private final DefendForm form;

  DefendFacts(DefendViewModel model) {
    this.model = model;
    this.form = model.form();
  }

  TabFacts all() {
    return choices().and(course()).and(table());
  }

  private TabFacts choices() {
    StringProperty epsilon = form.text(Field.EPSILON);
    StringProperty steps = form.text(Field.STEPS);
    StringProperty epochs = form.text(Field.EPOCHS);
    return FormFacts.network("defend.network", form.architecture())
        .set("defend.methods", this::methods, String.class, this::choose)
        .set("defend.epsilon", FormFacts.number(epsilon), Double.class, this::typeEpsilon)
        .set(
            "defend.steps",
            FormFacts.number(steps),
            Double.class,
            FormFacts.typeWhole(steps, "number of attack steps"))
        .set(
            "defend.epochs",
            FormFacts.number(epochs),
            Double.class,
            FormFacts.typeWhole(epochs, "number of epochs"))
        .set(
            "defend.attacker",
            () -> model.attacker().epsilon().get(),
            Double.class,
            this::attackWith);
  }

  private String methods() {
    return form.methods().stream().map(TrainingMethod::id).collect(Collectors.joining(", "));
  }

  private void choose(String ids) {
    List<String> wanted = Arrays.stream(ids.split(",")).map(String::strip).toList();
    List<String> known = TrainingMethods.ALL.stream().map(TrainingMethod::id).toList();
    for (String id : wanted) {
      if (!known.contains(id)) {
        throw new LabException(
            "There is no training method '" + id + "'; choose " + String.join(", ", known) + ".");
      }
    }
    for (TrainingMethod method : TrainingMethods.ALL) {
      form.chosen(method).set(wanted.contains(method.id()));
    }
  }

  private void typeEpsilon(double epsilon) {
    if (!(epsilon >= 0 && epsilon <= 1)) {
      throw new LabException("ε goes from 0 to 1, so it cannot be " + Typed.number(epsilon) + ".");
    }
    form.text(Field.EPSILON).set(Typed.number(epsilon));
  }

  private void attackWith(double epsilon) {
    if (!(epsilon >= 0 && epsilon <= Attacker.MOST)) {
      throw new LabException(
          "The attacker’s ε goes from 0 to "
              + Attacker.MOST
              + ", so it cannot be "
              + Typed.number(epsilon)
              + ".");
    }
    if (RaceDefaults.ATTACKERS.contains(epsilon)) {
      model.attacker().choice().set(epsilon);
    } else {
      model.attacker().slider().set(epsilon);
      model.attacker().choice().set(DefendSettings.SLIDER);
    }
  }

  private TabFacts course() {
    return new TabFacts()
        .tell("defend.finished", model::finished)
        .tell("defend.complete", () -> isOfThisForm() && model.table().isComplete(attacker()))
        .tell(
            "defend.alarms",
            () -> model.shown().get() == null ? null : model.shown().get().alarms().size());
  }

  private double attacker() {
    return model.attacker().epsilon().get();
  }

  private boolean isOfThisForm() {
    if (model.trained() == null) {
      return false;
    }
    RaceSettings trained = model.trained().plan().settings();
    return trained.architecture().equals(form.architecture().get())
        && Objects.equals(
            trained.adversarial().epsilon(), FormFacts.number(form.text(Field.EPSILON)).get());
  }

  private TabFacts table() {
    TabFacts all = new TabFacts();
    for (String method : IN_TABLE) {
      String name = "defend." + method + "_";
      for (Against against : Against.values()) {
        all.tell(
            name + against.name().toLowerCase(Locale.ROOT), known(() -> cell(method, against)));
      }
      all.tell(name + "strongest", known(() -> strongest(method)));
    }
    return all;
  }

  private Supplier<Double> known(DoubleSupplier of) {
    return () -> isOfThisForm() ? (Double) of.getAsDouble() : null;
  }

  private static int row(List<RaceModel> models, String method) {
    return IntStream.range(0, models.size())
        .filter(i -> models.get(i).method().id().equals(method))
        .findFirst()
        .orElse(-1);
  }

  private double cell(String method, Against against) {
    int row = row(model.table().models(), method);
    return row < 0 ? Double.NaN : model.table().at(row, against, attacker());
  }

  private double strongest(String method) {
    Trial.Outcome outcome = model.trial().outcome().get();
    boolean known = outcome != null && outcome.complete() && outcome.epsilon() == attacker();
    int column = known ? row(outcome.models(), method) : -1;
    return column < 0 ? Double.NaN : outcome.together()[column];
  }
}
