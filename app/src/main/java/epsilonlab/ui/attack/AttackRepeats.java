package epsilonlab.ui.attack;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.AttackResults;
import epsilonlab.ui.Repeatable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the Attack tab shows, as the commands that compute it again. */
final class AttackRepeats {
  /** Whose weights go into one file; the largest network has 13 MB. */
  private static final int MODELS = 4;

  private final AttackViewModel model;

  AttackRepeats(AttackViewModel model) {
    this.model = model;
  }

  /**
   * The digit, unless it was drawn, and the curves that are complete: those of the model in use and
   * of a few others.
   */
  List<Repeatable> all() {
    List<Repeatable> all = new ArrayList<>();
    digit().ifPresent(all::add);
    Set<ModelEntry> taken = new LinkedHashSet<>();
    taken.add(model.session().model().get());
    for (CurveChoice.Complete curve : model.curves().complete()) {
      if (taken.contains(curve.model()) || taken.size() < MODELS) {
        taken.add(curve.model());
        all.add(repeat(curve));
      }
    }
    return all;
  }

  private Optional<Repeatable> digit() {
    if (!model.isCurrent() || !model.isOfThisDigit() || model.digits().digit().get().isDrawn()) {
      return Optional.empty();
    }
    AttackPlan plan = model.attacks().plan().get();
    ModelEntry used = model.session().model().get();
    Optional<ModelEntry> source =
        plan.attack().needsSource() ? model.attacks().source(used) : Optional.empty();
    Repeatable digit =
        Repeatable.of("attack", plan.seed(), AttackResults.of(model.attacked().get()))
            .with("index", model.attacked().get().index())
            .with("epsilon", model.attackedEpsilon());
    return Optional.of(withAttack(digit, plan, used, source));
  }

  private static Repeatable repeat(CurveChoice.Complete curve) {
    Map<String, Object> results =
        Map.of(
            "count",
            curve.count(),
            "curves",
            List.of(Map.of("epsilon", curve.epsilons(), "accuracy", curve.accuracies())));
    Repeatable repeat =
        Repeatable.of("curve", curve.plan().seed(), results)
            .withAll("epsilons", curve.epsilons())
            .with("count", curve.count());
    return withAttack(repeat, curve.plan(), curve.model(), curve.source());
  }

  private static Repeatable withAttack(
      Repeatable repeat, AttackPlan plan, ModelEntry attacked, Optional<ModelEntry> source) {
    Repeatable all = repeat.with("attack", plan.attack().id()).withModel("weights", attacked);
    if (source.isPresent()) {
      all = all.withModel("source", source.get());
    }
    if (plan.target() != Target.NONE) {
      all = all.with("target", plan.target() instanceof Target.Of of ? "" + of.wanted() : "next");
    }
    for (Parameter parameter : plan.attack().parameters()) {
      double value = plan.settings().values().get(parameter.name());
      // what follows from epsilon is left to follow from it
      if (!Double.isNaN(value)) {
        all = all.with(parameter.name(), text(parameter, value));
      }
    }
    return all;
  }

  private static String text(Parameter parameter, double value) {
    return switch (parameter.kind()) {
      case SWITCH -> "" + (value != 0);
      case INTEGER -> "" + (long) value;
      case CHOICE -> parameter.text(value);
      case REAL -> "" + value;
    };
  }
}
