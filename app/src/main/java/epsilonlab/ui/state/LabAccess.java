package epsilonlab.ui.state;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.fact.Facts;

/** What a lesson knows of the lab, and sets in it. Belongs to the FX thread. */
public interface LabAccess {
  /** All that is known now. */
  Facts now();

  /** Whether a fact can be set at this moment; those of a tab that was never in view cannot. */
  boolean canTake(String name);

  /**
   * Sets a fact.
   *
   * @throws LabException with one sentence if the value cannot be had
   */
  void take(String name, Object value);
}
