package epsilonlab.ui.cover;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;

/** Finds the heading of the section that a control is in. */
final class SectionHeadings {
  private static final String TITLE = "section-title";
  private static final List<String> COLUMNS = List.of("column-choose", "column-see", "column-read");

  private SectionHeadings() {}

  /**
   * The nearest visible title above a control in its column; the control itself where there is
   * none; empty for what stands in no column, such as the status bar.
   */
  static Optional<Node> above(Node control) {
    Optional<Node> title = Optional.empty();
    for (Node node = control; node != null; node = node.getParent()) {
      if (COLUMNS.stream().anyMatch(node.getStyleClass()::contains)) {
        return title.or(() -> Optional.of(control));
      }
      if (title.isEmpty() && node.getParent() != null) {
        title = before(node, node.getParent().getChildrenUnmodifiable());
      }
    }
    return Optional.empty();
  }

  private static Optional<Node> before(Node node, List<Node> beside) {
    for (int i = beside.indexOf(node) - 1; i >= 0; i--) {
      Optional<Node> title = last(beside.get(i));
      if (title.isPresent()) {
        return title;
      }
    }
    return Optional.empty();
  }

  private static Optional<Node> last(Node node) {
    if (!node.isVisible()) {
      return Optional.empty();
    }
    if (node.getStyleClass().contains(TITLE)) {
      return Optional.of(node);
    }
    if (node instanceof Parent parent) {
      List<Node> children = parent.getChildrenUnmodifiable();
      for (int i = children.size() - 1; i >= 0; i--) {
        Optional<Node> title = last(children.get(i));
        if (title.isPresent()) {
          return title;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a title has the row for itself. */
  static boolean isAlone(Node title) {
    return !(title.getParent() instanceof HBox row)
        || row.getChildren().stream()
            .filter(node -> node != title && node.isVisible())
            .noneMatch(
                node ->
                    node instanceof Labeled words
                        ? words.getGraphic() != null
                            || words.getText() != null && !words.getText().isEmpty()
                        : node instanceof Parent parent
                            && !parent.getChildrenUnmodifiable().isEmpty());
  }
}
