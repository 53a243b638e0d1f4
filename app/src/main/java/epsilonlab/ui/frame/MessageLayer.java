package epsilonlab.ui.frame;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;

/**
 * Puts the notices where they cover no primary button: in the lower right, or else in the lower
 * middle, the lower left, the upper middle. They move only when something to press comes under
 * them.
 */
final class MessageLayer extends Pane {
  private static final List<String> KEPT_CLEAR = List.of("primary-button", "lesson-foot");
  private static final double SIDE = 16;
  // clear of both bars
  private static final double TOP = 72;
  private static final double BOTTOM = 48;

  private final MessageStack stack;
  private final Parent below;
  private final Runnable onPulse = this::place;
  private int chosen;

  /**
   * @param below where the buttons are
   */
  MessageLayer(MessageStack stack, Parent below) {
    this.stack = stack;
    this.below = below;
    setPickOnBounds(false);
    getChildren().add(stack);
    stack.setManaged(false);
    stack.visibleProperty().addListener((property, before, now) -> follow(getScene()));
    sceneProperty()
        .addListener(
            (property, before, now) -> {
              if (before != null) {
                before.removePostLayoutPulseListener(onPulse);
              }
              follow(now);
            });
  }

  private void follow(Scene scene) {
    chosen = 0;
    if (scene != null) {
      scene.removePostLayoutPulseListener(onPulse);
      if (stack.isVisible()) {
        scene.addPostLayoutPulseListener(onPulse);
      }
    }
  }

  private void place() {
    double width = Math.min(stack.prefWidth(-1), getWidth() - 2 * SIDE);
    double height = stack.prefHeight(width);
    List<Bounds> places = places(width, height);
    List<Bounds> clear = new ArrayList<>();
    collect(below, clear);
    if (!isFree(places.get(chosen), clear)) {
      chosen = 0;
      while (chosen < places.size() - 1 && !isFree(places.get(chosen), clear)) {
        chosen++;
      }
    }
    Bounds to = places.get(chosen);
    boolean same =
        stack.getLayoutX() == to.getMinX()
            && stack.getLayoutY() == to.getMinY()
            && stack.getWidth() == width
            && stack.getHeight() == height;
    if (!same) {
      stack.resizeRelocate(to.getMinX(), to.getMinY(), width, height);
    }
  }

  private List<Bounds> places(double width, double height) {
    double right = Math.round(getWidth() - SIDE - width);
    double middle = Math.round((getWidth() - width) / 2);
    double low = Math.round(getHeight() - BOTTOM - height);
    return List.of(
        new BoundingBox(right, low, width, height),
        new BoundingBox(middle, low, width, height),
        new BoundingBox(SIDE, low, width, height),
        new BoundingBox(middle, TOP, width, height));
  }

  private static boolean isFree(Bounds place, List<Bounds> clear) {
    return clear.stream().noneMatch(place::intersects);
  }

  private void collect(Node node, List<Bounds> clear) {
    if (!node.isVisible()) {
      return;
    }
    if (node.getStyleClass().stream().anyMatch(KEPT_CLEAR::contains)) {
      clear.add(sceneToLocal(node.localToScene(node.getBoundsInLocal())));
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, clear));
    }
  }
}
