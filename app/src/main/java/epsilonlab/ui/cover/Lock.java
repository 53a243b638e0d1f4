package epsilonlab.ui.cover;

import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;

/**
 * Keeps a control from being used. One whose disabling is bound is left to its binding; its keys
 * and clicks are swallowed instead.
 */
final class Lock {
  private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

  private final Node control;
  private final boolean bound;
  private final boolean traversable;
  private final EventHandler<InputEvent> swallow = InputEvent::consume;
  private final ChangeListener<Boolean> guard = (property, before, now) -> guard(now);
  private boolean wanted;

  Lock(Node control) {
    this.control = control;
    bound = control.disableProperty().isBound();
    traversable = control.isFocusTraversable();
    control.pseudoClassStateChanged(LOCKED, true);
    if (bound) {
      control.addEventFilter(InputEvent.ANY, swallow);
      control.setFocusTraversable(false);
    } else {
      wanted = control.isDisable();
      control.setDisable(true);
      control.disableProperty().addListener(guard);
    }
  }

  // whoever enables it meanwhile has it enabled when the lock is gone
  private void guard(boolean disabled) {
    if (!disabled) {
      wanted = false;
      control.setDisable(true);
    }
  }

  /** The control can be used again. */
  void release() {
    control.pseudoClassStateChanged(LOCKED, false);
    if (bound) {
      control.removeEventFilter(InputEvent.ANY, swallow);
      control.setFocusTraversable(traversable);
    } else {
      control.disableProperty().removeListener(guard);
      control.setDisable(wanted);
    }
  }
}
