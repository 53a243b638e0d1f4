package epsilonlab.ui.frame;

import epsilonlab.ui.LabTab;
import epsilonlab.ui.OwnKeys;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Decides who gets a key: an open menu, the window, the focused control, or the tab. */
final class KeyRouter {
  private static final List<KeyCode> DIGITS =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.DIGIT6,
          KeyCode.DIGIT7);

  private final LabWindow window;
  private final WindowKeys commands;

  KeyRouter(LabWindow window, WindowKeys commands) {
    this.window = window;
    this.commands = commands;
  }

  void attach(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      // a menu or a list that has dropped down closes itself
      if (popupIsOpen()) {
        return;
      }
      if (window.escape()) {
        event.consume();
      } else {
        offerToTab(event);
      }
      return;
    }
    Scene scene = (Scene) event.getSource();
    if (!window.isCovered() && window.lecture().onKey(event, scene.getFocusOwner())) {
      event.consume();
      return;
    }
    Optional<Runnable> command = commands.of(event);
    if (command.isPresent()) {
      command.get().run();
      event.consume();
      return;
    }
    if (event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown()) {
      if (DIGITS.contains(event.getCode())) {
        window.chooseTab(DIGITS.indexOf(event.getCode()));
        event.consume();
        return;
      }
    }
    offerToTab(event);
  }

  private void offerToTab(KeyEvent event) {
    Scene scene = (Scene) event.getSource();
    Optional<LabTab> tab = window.currentTab();
    if (tab.isPresent()
        && !window.isCovered()
        && !OwnKeys.wouldUse(scene.getFocusOwner(), event)
        && tab.get().onKey(event)) {
      event.consume();
    }
  }

  private static boolean popupIsOpen() {
    return Window.getWindows().stream()
        .anyMatch(
            any ->
                any instanceof PopupWindow popup
                    && popup.isShowing()
                    && popup.isAutoHide()
                    && !(popup instanceof javafx.scene.control.Tooltip));
  }
}
