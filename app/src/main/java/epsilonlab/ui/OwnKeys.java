package epsilonlab.ui;

import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Which keys the focused control keeps for itself, so that tabs do not get them. */
public final class OwnKeys {
  private static final Set<KeyCode> MOVES =
      Set.of(
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.PAGE_UP,
          KeyCode.PAGE_DOWN);
  private static final Set<KeyCode> PRESSES = Set.of(KeyCode.SPACE, KeyCode.ENTER);

  private OwnKeys() {}

  /** Lets a control of ours keep the keys that {@code wanted} names while it has the focus. */
  public static void keep(Node control, Predicate<KeyEvent> wanted) {
    control.getProperties().put(OwnKeys.class, wanted);
  }

  /** Whether {@code focused}, or what it is a part of, would use the key itself. */
  public static boolean wouldUse(Node focused, KeyEvent event) {
    for (Node node = focused; node != null; node = node.getParent()) {
      if (uses(node, event)) {
        return true;
      }
    }
    return false;
  }

  private static boolean uses(Node node, KeyEvent event) {
    if (node.getProperties().get(OwnKeys.class) instanceof Predicate<?> own) {
      @SuppressWarnings("unchecked") // only keep() writes it
      Predicate<KeyEvent> wanted = (Predicate<KeyEvent>) own;
      return wanted.test(event);
    }
    KeyCode code = event.getCode();
    if (node instanceof TextInputControl || node instanceof Spinner) {
      return true;
    }
    if (node instanceof Slider) {
      return MOVES.contains(code);
    }
    if (node instanceof ComboBoxBase
        || node instanceof ChoiceBox
        || node instanceof ListView
        || node instanceof TableView
        || node instanceof TreeView) {
      return MOVES.contains(code) || PRESSES.contains(code);
    }
    return node instanceof ButtonBase && PRESSES.contains(code);
  }
}
