package epsilonlab.ui.state;

import java.util.Set;

/** A lab whose whole state can be taken down and set again. Belongs to the FX thread. */
public interface SettableLab extends LabAccess {
  /** What can be set now, in the frame and on all tabs that were ever in view. */
  Set<String> settable();

  /** What can be set in the frame and on what is in view: the tab, and of its parts the one. */
  Set<String> settableInView();

  /**
   * Builds a tab that was never in view, so that it takes settings; what is in view stays. Takes as
   * long on the FX thread as the first look at the tab would.
   */
  void prepare(String tab);
}
