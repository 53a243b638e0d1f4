package epsilonlab.ui.frame;

import epsilonlab.ui.LabState;
import javafx.application.Platform;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/**
 * Presenter mode is full screen and ends with it; where anyone may touch the window it never ends.
 */
final class PresenterMode {
  private final LabState state;
  private final Stage stage;

  PresenterMode(LabState state, Stage stage) {
    this.state = state;
    this.stage = stage;
    // Esc cancels a job; F11 leaves
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.fullScreenProperty().addListener((property, before, now) -> follow(now));
  }

  private void follow(boolean full) {
    if (!full && state.isKiosk()) {
      Platform.runLater(this::fillScreen);
    } else if (!full) {
      state.presenting().set(false);
    }
  }

  private void fillScreen() {
    if (stage.isShowing()) {
      stage.setFullScreen(true);
    }
  }

  /** Begins or ends it; a kiosk stays as it is. */
  void toggle() {
    if (!state.isKiosk()) {
      boolean begins = !state.presenting().get();
      state.presenting().set(begins);
      stage.setFullScreen(begins);
    }
  }

  /** Begins it in a kiosk, once the window is open. */
  void beginInKiosk() {
    if (state.isKiosk()) {
      state.presenting().set(true);
      fillScreen();
    }
  }
}
