package epsilonlab.evaluation.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The checks of Carlini et al., "On Evaluating Adversarial Robustness" (2019), on a sample of
 * digits: an attack that does not pass says little about a network.
 */
final class Checks {
  // random starts differ; one digit more or less says nothing
  private static final int SLACK = 1;

  private final Trace trace;
  private final Trials trials;
  private final List<Check> checks = new ArrayList<>();

  private Checks(Trace trace, Trials trials) {
    this.trace = trace;
    this.trials = trials;
  }

  static List<Check> of(Trace trace, Trials trials) {
    Checks all = new Checks(trace, trials);
    all.gradients();
    all.moreSteps();
    all.largerEpsilon();
    all.unbounded();
    all.blackBox();
    all.random();
    return List.copyOf(all.checks);
  }

  private void gradients() {
    if (trace.followsGradients()) {
      Step first = trace.first();
      checks.add(
          new Check(
              "The gradient tells a direction",
              trace.vanishing() <= 0.5,
              ("it does at %s of the attack's steps; at the original its length is %s and"
                      + " %s of its entries are 0")
                  .formatted(
                      Words.percent(1 - trace.vanishing()),
                      Words.number(first.gradientNorm()),
                      Words.percent(first.zeroGradient()))));
    }
  }

  private void moreSteps() {
    trials
        .variant(Variant.MORE_STEPS)
        .ifPresent(
            more ->
                checks.add(
                    new Check(
                        "More steps are not weaker",
                        more.count() >= trials.ownCount() - SLACK,
                        "%s digits fooled; %s: %s"
                            .formatted(of(trials.ownCount()), more.words(), of(more.count())))));
  }

  private void largerEpsilon() {
    int before = 0;
    boolean grows = true;
    for (boolean[] fooled : trials.own().values()) {
      int now = Trials.count(fooled);
      grows &= now >= before - SLACK;
      before = Math.max(before, now);
    }
    String values =
        trials.own().entrySet().stream()
            .map(
                entry -> of(Trials.count(entry.getValue())) + " at " + Words.number(entry.getKey()))
            .collect(Collectors.joining(", "));
    checks.add(new Check("A larger epsilon is not weaker", grows, values + " fooled"));
  }

  private void unbounded() {
    int left = trials.size() - Trials.count(trials.unbounded());
    checks.add(
        new Check(
            "Without a bound, accuracy reaches 0 %",
            left == 0, "%s digits still withstand".formatted(of(left))));
  }

  private void blackBox() {
    int own = trials.ownCount();
    String name = "A black box is not stronger than a white box";
    if (trace.followsGradients()) {
      trials
          .variant(Variant.BLACK_BOX)
          .ifPresent(
              black ->
                  checks.add(
                      new Check(
                          name,
                          black.count() <= own + SLACK,
                          "%s: %s digits fooled; this attack: %s"
                              .formatted(black.words(), of(black.count()), of(own)))));
      if (trials.variant(Variant.BLACK_BOX).isEmpty()) {
        int random = Trials.count(trials.random());
        checks.add(
            new Check(
                name,
                random <= own + SLACK,
                ("there is no black-box attack of this norm; random draws: %s digits fooled;"
                        + " this attack: %s")
                    .formatted(of(random), of(own))));
      }
    } else {
      trials
          .variant(Variant.WHITE_BOX)
          .ifPresent(
              white ->
                  checks.add(
                      new Check(
                          name,
                          own <= white.count() + SLACK,
                          "this attack: %s digits fooled; %s: %s"
                              .formatted(of(own), white.words(), of(white.count())))));
    }
  }

  private void random() {
    int random = Trials.count(trials.random());
    checks.add(
        new Check(
            "Random search is not better",
            random <= trials.ownCount(),
            "%d random draws a digit: %s fooled; this attack: %s"
                .formatted(RandomSearch.DRAWS, of(random), of(trials.ownCount()))));
  }

  private String of(int count) {
    return count + " of " + trials.size();
  }
}
