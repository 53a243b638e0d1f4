package epsilonlab.ui.privacy.microscope;

import javafx.scene.input.KeyEvent;

/** The keys that move a microscope's threshold, also where something else has the focus. */
public final class MicroscopeKeys {
  private static final int LEAP = 10;

  private MicroscopeKeys() {}

  /** Does what the key says; returns whether it says anything. */
  public static boolean press(MicroscopeModel model, KeyEvent event) {
    int steps = event.isShiftDown() ? LEAP : 1;
    switch (event.getCode()) {
      case LEFT -> model.moveBy(-steps);
      case RIGHT -> model.moveBy(steps);
      case B -> model.moveToBest();
      default -> {
        return false;
      }
    }
    return true;
  }
}
