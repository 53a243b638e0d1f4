package epsilonlab.evaluation.diagnosis;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attacks that an attack is compared with. */
enum Variant {
  /** The same with more steps or queries, if it takes more; of an attack of one step: PGD. */
  MORE_STEPS {
    @Override
    Optional<AttackPlan> of(AttackPlan plan) {
      for (Parameter parameter : plan.attack().parameters()) {
        if (EFFORT.contains(parameter.name())) {
          double own = plan.settings().values().get(parameter.name());
          double more = Math.min(parameter.most(), more(own));
          return more > own
              ? Optional.of(with(plan, Map.of(parameter.name(), more)))
              : Optional.empty();
        }
      }
      return plan.attack().isMinimumNorm() ? Optional.empty() : strong(plan, Map.of());
    }
  },
  /** The same with the step size that follows from epsilon, where it has one of its own. */
  DEFAULT_STEP {
    @Override
    Optional<AttackPlan> of(AttackPlan plan) {
      return hasOwnStep(plan)
          ? Optional.of(with(plan, Map.of(STEP_SIZE, Double.NaN)))
          : Optional.empty();
    }
  },
  /** Both at once. */
  MORE_DEFAULT_STEPS {
    @Override
    Optional<AttackPlan> of(AttackPlan plan) {
      return DEFAULT_STEP.of(plan).flatMap(MORE_STEPS::of);
    }
  },
  /** PGD on the margin between logits, which does not vanish where the cross-entropy does. */
  MARGIN {
    @Override
    Optional<AttackPlan> of(AttackPlan plan) {
      return strong(plan, Map.of("loss", 1.0));
    }
  },
  /** PGD on the cross-entropy, for attacks that see no gradients. */
  WHITE_BOX {
    @Override
    Optional<AttackPlan> of(AttackPlan plan) {
      return strong(plan, Map.of());
    }
  },
  /** An attack that sees no gradients, where the lab has one of the same norm. */
  BLACK_BOX {
    @Override
    Optional<AttackPlan> of(AttackPlan plan) {
      return find(plan, "square").map(square -> other(plan, square, Map.of()));
    }
  };

  private static final List<String> EFFORT = List.of("steps", "queries");
  private static final String STEP_SIZE = "step-size";
  private static final double STRONG_STEPS = 100;
  // from here on twice as many steps are enough to tell
  private static final double MANY = 200;

  /** The plan to compare with, if there is one. */
  abstract Optional<AttackPlan> of(AttackPlan plan);

  /** "pgd, 200 steps, step 0.01, margin". */
  static String words(AttackPlan plan) {
    StringBuilder words = new StringBuilder(plan.attack().id());
    for (String name : EFFORT) {
      Double value = plan.settings().values().get(name);
      if (value != null) {
        words.append(", ").append(Words.count(value.intValue(), name));
      }
    }
    if (hasOwnStep(plan)) {
      words.append(", step ").append(Words.number(plan.settings().values().get(STEP_SIZE)));
    }
    for (Parameter parameter : plan.attack().parameters()) {
      double value = plan.settings().values().get(parameter.name());
      if (parameter.kind() == Parameter.Kind.CHOICE && value != parameter.initial()) {
        words.append(", ").append(parameter.text(value));
      }
    }
    return words.toString();
  }

  static boolean hasOwnStep(AttackPlan plan) {
    Double own = plan.settings().values().get(STEP_SIZE);
    boolean derived =
        plan.attack().parameters().stream()
            .anyMatch(parameter -> parameter.name().equals(STEP_SIZE) && parameter.isDerived());
    return derived && own != null && !own.isNaN();
  }

  /** How far all steps together reach; infinite where the step follows from epsilon. */
  static double reach(AttackPlan plan) {
    Double steps = plan.settings().values().get("steps");
    return steps != null && hasOwnStep(plan)
        ? steps * plan.settings().values().get(STEP_SIZE)
        : Double.POSITIVE_INFINITY;
  }

  private static double more(double own) {
    return own >= MANY ? 2 * own : Math.max(5 * own, STRONG_STEPS);
  }

  private static Optional<AttackPlan> strong(AttackPlan plan, Map<String, Double> values) {
    Map<String, Double> wanted = new HashMap<>(values);
    wanted.put("steps", STRONG_STEPS);
    return find(plan, "pgd")
        .or(() -> find(plan, "pgd-l2"))
        .filter(pgd -> wanted.keySet().stream().allMatch(name -> has(pgd, name)))
        .map(pgd -> other(plan, pgd, wanted));
  }

  private static boolean has(Attack attack, String name) {
    return attack.parameters().stream().map(Parameter::name).anyMatch(name::equals);
  }

  /** The attack of this name, if the lab has it and it can stand in for this one. */
  private static Optional<Attack> find(AttackPlan plan, String id) {
    return Attacks.ALL.stream()
        .filter(attack -> attack.id().equals(id))
        .filter(attack -> attack.norm() == plan.attack().norm())
        .filter(attack -> attack.isTargetable() || plan.target() == Target.NONE)
        .findFirst();
  }

  private static AttackPlan other(AttackPlan plan, Attack attack, Map<String, Double> values) {
    return new AttackPlan(attack, AttackSettings.of(attack, values), plan.target(), plan.seed());
  }

  /** The same plan with other values; NaN takes one's own value away. */
  private static AttackPlan with(AttackPlan plan, Map<String, Double> changes) {
    Map<String, Double> values = new HashMap<>(plan.settings().values());
    values.putAll(changes);
    values.values().removeIf(value -> value.isNaN());
    AttackPlan changed = other(plan, plan.attack(), values);
    return plan.settings().source().map(changed::withSource).orElse(changed);
  }
}
