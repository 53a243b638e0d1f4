package epsilonlab.ui.theory;

import epsilonlab.ui.theory.page.PageText;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * How far a derivation is opened: first a hint, then the step that it hints at, then the next hint.
 * Needs no screen.
 */
final class Derivation {
  private final List<PageText.Step> steps;
  // two openings a step: its hint, then the step itself
  private final ReadOnlyIntegerWrapper opened = new ReadOnlyIntegerWrapper(1);

  /** With the first hint open. */
  Derivation(List<PageText.Step> steps) {
    this.steps = steps;
  }

  List<PageText.Step> steps() {
    return steps;
  }

  /** Changes with every opening. */
  ReadOnlyIntegerProperty opened() {
    return opened.getReadOnlyProperty();
  }

  boolean isHintOpen(int step) {
    return opened.get() > 2 * step;
  }

  boolean isStepOpen(int step) {
    return opened.get() > 2 * step + 1;
  }

  boolean isComplete() {
    return opened.get() >= 2 * steps.size();
  }

  /** Whether what comes next is a step whose hint is open. */
  boolean isNextAStep() {
    return opened.get() % 2 == 1;
  }

  /** Opens the next hint or step. */
  void next() {
    opened.set(Math.min(2 * steps.size(), opened.get() + 1));
  }

  /** Opens everything. */
  void openAll() {
    opened.set(2 * steps.size());
  }

  /** Closes everything but the first hint. */
  void again() {
    opened.set(1);
  }

  /** How many steps are open. */
  int stepsOpen() {
    return opened.get() / 2;
  }
}
