package epsilonlab.ui.state;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.ui.LabSession;
import java.util.Map;
import java.util.Set;

/**
 * The state of the window at this moment. The model in use stands by its id, which, unlike its
 * name, no other model of the library has.
 */
public final class Snapshot {
  private static final String MODEL = "lab.model";

  private Snapshot() {}

  /** All that is known. */
  public static Facts facts(LabSession session, SettableLab lab) {
    return withModelId(session, lab.now());
  }

  /** What is set, without anything that was computed from it. */
  public static Facts settings(LabSession session, SettableLab lab) {
    return Facts.of(StateOrder.settable(facts(session, lab), any -> true));
  }

  /** What a moment sets to have this view again. */
  public static Map<String, Object> ofView(LabSession session, SettableLab lab) {
    Set<String> names = lab.settableInView();
    return StateOrder.settable(facts(session, lab), names::contains);
  }

  private static Facts withModelId(LabSession session, Facts facts) {
    return session.model().get() == null ? facts : facts.with(MODEL, session.model().get().id());
  }
}
