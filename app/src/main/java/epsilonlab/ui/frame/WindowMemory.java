package epsilonlab.ui.frame;

import epsilonlab.ui.Remembered;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Remembers where the window was and how large; a place that no screen shows any more is not used.
 */
final class WindowMemory {
  private static final String BOUNDS = "window.bounds";
  private static final String MAXIMISED = "window.maximised";
  private static final double REACHABLE = 100;

  private final Remembered remembered;
  private final Stage stage;
  private Rectangle2D normal;

  WindowMemory(Remembered remembered, Stage stage) {
    this.remembered = remembered;
    this.stage = stage;
  }

  /** Puts the stage where it was; to be called before it is shown. */
  void restore() {
    read(remembered.get(BOUNDS, ""))
        .filter(WindowMemory::isOnScreen)
        .ifPresent(
            bounds -> {
              stage.setX(bounds.getMinX());
              stage.setY(bounds.getMinY());
              stage.setWidth(bounds.getWidth());
              stage.setHeight(bounds.getHeight());
              normal = bounds;
            });
    if (Boolean.parseBoolean(remembered.get(MAXIMISED, "false"))) {
      stage.setMaximized(true);
    }
    Runnable note = this::note;
    stage.xProperty().addListener(any -> note.run());
    stage.yProperty().addListener(any -> note.run());
    stage.widthProperty().addListener(any -> note.run());
    stage.heightProperty().addListener(any -> note.run());
  }

  /** Keeps the present place; to be called before the stage closes. */
  void save() {
    if (normal != null) {
      remembered.put(
          BOUNDS,
          normal.getMinX()
              + " "
              + normal.getMinY()
              + " "
              + normal.getWidth()
              + " "
              + normal.getHeight());
    }
    remembered.put(MAXIMISED, Boolean.toString(stage.isMaximized()));
  }

  private void note() {
    // the size to come back to is the one before the window was maximised
    if (!stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
      double[] all = {stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()};
      for (double value : all) {
        if (Double.isNaN(value)) {
          return;
        }
      }
      normal = new Rectangle2D(all[0], all[1], Math.max(0, all[2]), Math.max(0, all[3]));
    }
  }

  /** Reads "x y width height"; empty for anything else. */
  static Optional<Rectangle2D> read(String text) {
    String[] parts = text.split(" ");
    if (parts.length != 4) {
      return Optional.empty();
    }
    try {
      Rectangle2D bounds =
          new Rectangle2D(
              Double.parseDouble(parts[0]),
              Double.parseDouble(parts[1]),
              Double.parseDouble(parts[2]),
              Double.parseDouble(parts[3]));
      return bounds.getWidth() >= LabWindow.MIN_WIDTH && bounds.getHeight() >= LabWindow.MIN_HEIGHT
          ? Optional.of(bounds)
          : Optional.empty();
    } catch (IllegalArgumentException notNumbers) {
      return Optional.empty();
    }
  }

  private static boolean isOnScreen(Rectangle2D bounds) {
    return !Screen.getScreensForRectangle(
            bounds.getMinX() + REACHABLE / 2, bounds.getMinY(), REACHABLE, REACHABLE / 4)
        .isEmpty();
  }
}
