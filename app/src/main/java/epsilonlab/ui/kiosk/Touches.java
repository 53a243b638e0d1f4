package epsilonlab.ui.kiosk;

import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;

/**
 * Tells what a hand did from what JavaFX says of a pointer that rests: it enters a window that
 * opens or changes under it, and moves there, while nobody is near. Belongs to the FX thread.
 */
final class Touches {
  private static final Set<EventType<? extends MouseEvent>> OF_THE_HAND =
      Set.of(
          MouseEvent.MOUSE_PRESSED,
          MouseEvent.MOUSE_RELEASED,
          MouseEvent.MOUSE_CLICKED,
          MouseEvent.DRAG_DETECTED);

  private Point2D pointer;

  /**
   * Whether somebody did this: anything but a mouse event without a button whose place on the
   * screen is that of the one before. Of the first it is not known, so it does not count.
   */
  boolean count(InputEvent event) {
    if (!(event instanceof MouseEvent mouse)) {
      return true;
    }
    Point2D before = pointer;
    pointer = new Point2D(mouse.getScreenX(), mouse.getScreenY());
    return OF_THE_HAND.contains(mouse.getEventType()) || before != null && !before.equals(pointer);
  }
}
