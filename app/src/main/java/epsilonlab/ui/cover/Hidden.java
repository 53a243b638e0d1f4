package epsilonlab.ui.cover;

import epsilonlab.ui.component.FigureView;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Takes what is covered from keyboard and screen reader as well; figures show nothing at all. */
final class Hidden {
  private record Was(AccessibleRole role, String text, boolean traversable) {}

  private final Map<Node, Was> hidden = new HashMap<>();

  /** Hides a node with all in it; what is hidden already stays so. */
  void hide(Node node) {
    if (!hidden.containsKey(node)) {
      hidden.put(
          node,
          new Was(node.getAccessibleRole(), node.getAccessibleText(), node.isFocusTraversable()));
      node.setAccessibleRole(AccessibleRole.NODE);
      if (!node.accessibleTextProperty().isBound()) {
        node.setAccessibleText("");
      }
      if (!node.focusTraversableProperty().isBound()) {
        node.setFocusTraversable(false);
      }
      if (node instanceof FigureView view) {
        view.coveredProperty().set(true);
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::hide);
    }
  }

  /** Gives everything back. */
  void show() {
    hidden.forEach(
        (node, was) -> {
          node.setAccessibleRole(was.role());
          if (!node.accessibleTextProperty().isBound()) {
            node.setAccessibleText(was.text());
          }
          if (!node.focusTraversableProperty().isBound()) {
            node.setFocusTraversable(was.traversable());
          }
          if (node instanceof FigureView view) {
            view.coveredProperty().set(false);
          }
        });
    hidden.clear();
  }
}
