package epsilonlab.ui.attack;

import epsilonlab.ui.LabSession;
import epsilonlab.ui.TabFacts;

/** What the Attack tab tells and takes, without its window, for tests of other packages. */
public final class AttackDesk {
  private AttackDesk() {}

  /** The facts of a tab that works on this session. */
  public static TabFacts facts(LabSession session) {
    return new AttackFacts(new AttackViewModel(session)).all();
  }
}
