package epsilonlab.ui.kiosk;

import epsilonlab.ui.Messages;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/**
 * Keeps what is dragged into a kiosk from outside from every tab, and says so once it is dropped.
 */
public final class DropGuard {
  private DropGuard() {}

  /** Guards a scene from now on. */
  public static void refuse(Scene scene, Messages messages) {
    scene.addEventFilter(
        DragEvent.DRAG_OVER,
        event -> {
          if (isFromOutside(event)) {
            // only what may be dropped is ever told of
            event.acceptTransferModes(TransferMode.ANY);
            event.consume();
          }
        });
    scene.addEventFilter(
        DragEvent.DRAG_DROPPED,
        event -> {
          if (isFromOutside(event)) {
            event.setDropCompleted(false);
            event.consume();
            messages.info(KioskDialogs.NOT_HERE);
          }
        });
  }

  private static boolean isFromOutside(DragEvent event) {
    return event.getGestureSource() == null;
  }
}
