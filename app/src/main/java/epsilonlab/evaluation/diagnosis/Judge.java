package epsilonlab.evaluation.diagnosis;

import epsilonlab.attack.AttackPlan;
import epsilonlab.evaluation.diagnosis.Trials.Variation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The decision list: the first rule that applies gives the verdict. */
final class Judge {
  // with the largest radius there is, this share must be fooled, or the gradients lie
  private static final double UNBOUNDED = 0.9;

  private static final String DISTRUST =
      "Do not trust gradients here: take the margin as the loss, an attack without gradients, or"
          + " transfer from another model.";

  private final AttackPlan plan;
  private final Trace trace;
  private final Trials trials;
  private final Optional<Variation> strongUnbounded;

  /**
   * @param strongUnbounded more steps with the largest radius there is, where that was tried
   */
  Judge(AttackPlan plan, Trace trace, Trials trials, Optional<Variation> strongUnbounded) {
    this.plan = plan;
    this.trace = trace;
    this.trials = trials;
    this.strongUnbounded = strongUnbounded;
  }

  Verdict verdict() {
    List<Supplier<Optional<Verdict>>> rules =
        List.of(
            this::succeeded,
            this::noDirection,
            this::stepTooSmall,
            this::tooFewSteps,
            this::beatenWithoutGradients,
            this::tooWeak,
            this::notEvenUnbounded);
    return rules.stream()
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(this::robust);
  }

  private Optional<Verdict> succeeded() {
    if (!trace.last().fooled()) {
      return Optional.empty();
    }
    Step first = trace.first();
    if (first.fooled()) {
      return of(
          Cause.SUCCEEDED,
          "The network's answer for the original, %d, is wrong already; no attack is needed."
              .formatted(first.answer()),
          "Choose a digit that the network gets right.");
    }
    Step flip = trace.steps().stream().filter(Step::fooled).findFirst().orElseThrow();
    return of(
        Cause.SUCCEEDED,
        ("The answer changed from %d to %d; it was first wrong at step %d of %d, and the margin"
                + " went from %s to %s.")
            .formatted(
                first.answer(),
                trace.last().answer(),
                flip.step(),
                trace.last().step(),
                Words.number(first.margin()),
                Words.number(trace.last().margin())),
        "Make epsilon smaller and see where it starts to fail.");
  }

  private Optional<Verdict> noDirection() {
    if (!trace.followsGradients() || trace.vanishing() <= 0.5) {
      return Optional.empty();
    }
    return of(
        Cause.MASKED,
        ("At %s of the attack's steps at least 95 %% of the gradient's entries are 0 (at the"
                + " original %s), so a step along it goes nowhere%s.")
            .formatted(
                Words.percent(trace.vanishing()),
                Words.percent(trace.first().zeroGradient()),
                whoSucceeds().map(words -> ", but %s succeeds".formatted(words)).orElse("")),
        "Take the margin as the loss, or an attack that needs no gradients.");
  }

  /** What fools the chosen digit without the attack's own gradient. */
  private Optional<String> whoSucceeds() {
    return trials
        .variant(Variant.MARGIN)
        .filter(Variation::foolsChosen)
        .or(() -> trials.variant(Variant.BLACK_BOX).filter(Variation::foolsChosen))
        .map(Variation::words)
        .or(() -> trials.random()[0] ? Optional.of("a random draw") : Optional.empty());
  }

  private Optional<Verdict> stepTooSmall() {
    double reach = Variant.reach(plan);
    boolean larger = trials.fools(Variant.DEFAULT_STEP);
    boolean largerAndMore = trials.fools(Variant.MORE_DEFAULT_STEPS);
    if (reach >= trials.epsilon() || !larger && !largerAndMore) {
      return Optional.empty();
    }
    return of(
        Cause.STEP_TOO_SMALL,
        ("All steps together %s at most %s, but epsilon is %s; with the default step size%s the"
                + " digit is fooled.")
            .formatted(
                switch (plan.attack().norm()) {
                  case LINF -> "move a pixel by";
                  case L2 -> "have a length of";
                  case L0 -> "change as many pixels as";
                },
                Words.number(reach),
                Words.number(trials.epsilon()),
                larger
                    ? ""
                    : trials
                        .variant(Variant.MORE_DEFAULT_STEPS)
                        .map(more -> " (" + more.words() + ")")
                        .orElse("")),
        "Leave the step size to the lab, or make it at least epsilon over the number of steps.");
  }

  private Optional<Verdict> tooFewSteps() {
    if (!trials.fools(Variant.MORE_STEPS)) {
      return Optional.empty();
    }
    Variation more = trials.variant(Variant.MORE_STEPS).orElseThrow();
    return of(
        Cause.TOO_FEW_STEPS,
        "%s does not fool this digit, but %s does; of %d digits around it they fool %d and %d."
            .formatted(
                Variant.words(plan), more.words(), trials.size(), trials.ownCount(), more.count()),
        "Take " + more.words() + ".");
  }

  private Optional<Verdict> beatenWithoutGradients() {
    boolean black = trials.fools(Variant.BLACK_BOX);
    if (!trace.followsGradients() || !black && !trials.random()[0]) {
      return Optional.empty();
    }
    return of(
        Cause.MASKED,
        ("More steps along the gradient do not help, but %s, which needs no gradient, fools the"
                + " digit.")
            .formatted(
                black
                    ? trials.variant(Variant.BLACK_BOX).orElseThrow().words()
                    : "one of %d random draws".formatted(RandomSearch.DRAWS)),
        DISTRUST);
  }

  private Optional<Verdict> tooWeak() {
    return trials.variants().values().stream()
        .filter(Variation::foolsChosen)
        .findFirst()
        .map(
            other ->
                new Verdict(
                    Cause.TOO_WEAK,
                    "%s does not fool this digit, but %s does."
                        .formatted(Variant.words(plan), other.words()),
                    "Take " + other.words() + "."));
  }

  private Optional<Verdict> notEvenUnbounded() {
    boolean[] fooled = strongUnbounded.map(Variation::fooled).orElse(trials.unbounded());
    int count = Trials.count(fooled);
    if (!trace.followsGradients() || count >= UNBOUNDED * fooled.length) {
      return Optional.empty();
    }
    return of(
        Cause.MASKED,
        ("Even without a bound, where any picture may be made of any other, %s fools only %d of"
                + " %d digits.")
            .formatted(
                strongUnbounded.map(Variation::words).orElse(Variant.words(plan)),
                count,
                fooled.length),
        DISTRUST);
  }

  private Verdict robust() {
    Optional<Double> falls =
        trials.own().entrySet().stream()
            .filter(entry -> entry.getKey() > trials.epsilon() && entry.getValue()[0])
            .map(Map.Entry::getKey)
            .findFirst();
    String tried =
        trials.variants().values().stream()
            .map(Variation::words)
            .distinct()
            .reduce("", (all, one) -> all + one + "; ");
    String unbounded =
        trace.followsGradients()
            ? ", and the gradients work: without a bound %d of %d digits are fooled"
                .formatted(
                    Trials.count(strongUnbounded.map(Variation::fooled).orElse(trials.unbounded())),
                    trials.size())
            : "";
    return new Verdict(
        Cause.ROBUST,
        ("Nothing fools this digit at epsilon %s (tried besides: %s%d random draws); the margin"
                + " stays at %s%s.")
            .formatted(
                Words.number(trials.epsilon()),
                tried,
                RandomSearch.DRAWS,
                Words.number(trace.last().margin()),
                unbounded),
        falls
                .map(at -> "Try a larger epsilon: at " + Words.number(at) + " the attack succeeds.")
                .orElse("Try a larger epsilon, or another digit.")
            + " This is no proof; a certified bound would be.");
  }

  private static Optional<Verdict> of(Cause cause, String why, String advice) {
    return Optional.of(new Verdict(cause, why, advice));
  }
}
