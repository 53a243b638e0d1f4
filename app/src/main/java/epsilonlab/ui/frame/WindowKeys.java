package epsilonlab.ui.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The window's own commands with Ctrl. */
final class WindowKeys {
  private final Map<KeyCombination, Runnable> commands = new LinkedHashMap<>();

  /**
   * @param kiosk whether anyone may touch the window, which leaves few of them
   */
  WindowKeys(LabWindow window, boolean kiosk) {
    commands.put(ctrl(KeyCode.L), window::toggleLessons);
    commands.put(ctrl(KeyCode.E), window::export);
    if (kiosk) {
      commands.put(ctrlShift(KeyCode.Q), window::closeKiosk);
      return;
    }
    commands.put(ctrl(KeyCode.M), window::toggleLecture);
    commands.put(ctrlShift(KeyCode.E), window::openReport);
    commands.put(ctrlShift(KeyCode.R), window::resetDesk);
    commands.put(ctrl(KeyCode.O), () -> window.capsules().open());
    commands.put(ctrlShift(KeyCode.S), () -> window.capsules().save());
  }

  private static KeyCombination ctrl(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination ctrlShift(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  }

  /** What a key asks for, if it is one of these. */
  Optional<Runnable> of(KeyEvent event) {
    return commands.entrySet().stream()
        .filter(command -> command.getKey().match(event))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
