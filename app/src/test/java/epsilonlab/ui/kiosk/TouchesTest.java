package epsilonlab.ui.kiosk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

class TouchesTest {
  private final Touches touches = new Touches();

  private static MouseEvent mouse(EventType<MouseEvent> type, double x, double screenX) {
    return new MouseEvent(
        type,
        x,
        5,
        screenX,
        5,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  @Test
  void aPointerThatRestsUnderAWindowThatOpensIsNoTouch() {
    assertFalse(touches.count(mouse(MouseEvent.MOUSE_ENTERED, 7, 40)));
    assertFalse(touches.count(mouse(MouseEvent.MOUSE_ENTERED_TARGET, 7, 40)));
    assertFalse(touches.count(mouse(MouseEvent.MOUSE_MOVED, 9, 40)), "the window moved below it");
    assertFalse(touches.count(mouse(MouseEvent.MOUSE_EXITED, 9, 40)));
    assertTrue(touches.count(mouse(MouseEvent.MOUSE_MOVED, 10, 41)));
    assertFalse(touches.count(mouse(MouseEvent.MOUSE_MOVED, 10, 41)));
  }

  @Test
  void aFingerAndAKeyCountFromTheFirst() {
    assertTrue(touches.count(mouse(MouseEvent.MOUSE_PRESSED, 7, 40)));
    assertTrue(touches.count(mouse(MouseEvent.MOUSE_RELEASED, 7, 40)));
    assertTrue(
        touches.count(
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, false, false, false)));
  }
}
