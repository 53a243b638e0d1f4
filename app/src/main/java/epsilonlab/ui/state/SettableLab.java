package epsilonlab.ui.state;

import java.util.Set;

/** A lab whose whole state can be taken down and set again. Belongs to the FX thread. */
public interface SettableLab extends LabAccess {
  /** What can be set now, in the frame and on all tabs that were ever in view. */
  Set<String> settable();

  /** What can be set in the frame and on what is in view: the tab, and of its parts the one. */
  Set<String> settableInView();
}
