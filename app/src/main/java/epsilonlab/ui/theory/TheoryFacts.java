package epsilonlab.ui.theory;

import epsilonlab.theory.CheckResult;
import epsilonlab.ui.TabFacts;

/** What the tab tells lessons of the page in view and its check, and what may be set on it. */
final class TheoryFacts {
  private TheoryFacts() {}

  static TabFacts of(TheoryViewModel model) {
    return new TabFacts()
        .set("theory.page", () -> model.page().get().theorem().id(), String.class, model::show)
        .tell("theory.checked", () -> found(model) == null ? null : found(model).instances())
        .tell(
            "theory.difference",
            () -> found(model) == null ? null : found(model).largestDifference());
  }

  private static CheckResult found(TheoryViewModel model) {
    return model.check(model.page().get()).result().get();
  }
}
