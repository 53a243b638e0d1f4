package epsilonlab.ui;

import java.util.List;
import javafx.scene.Node;

/**
 * Style classes that follow what is shown. They are touched only where they change, for every
 * change has the node and all in it styled anew, which a drag would notice.
 */
public final class StyleClasses {
  private StyleClasses() {}

  /** Gives a node these classes and no others. */
  public static void set(Node node, String... classes) {
    List<String> wanted = List.of(classes);
    if (!node.getStyleClass().equals(wanted)) {
      node.getStyleClass().setAll(wanted);
    }
  }

  /** Gives a node one class more, or takes it away. */
  public static void set(Node node, String name, boolean on) {
    boolean is = node.getStyleClass().contains(name);
    if (on && !is) {
      node.getStyleClass().add(name);
    } else if (!on && is) {
      node.getStyleClass().remove(name);
    }
  }

  /**
   * Gives a node one class out of several.
   *
   * @param wanted one of {@code all}, or another word for none of them
   */
  public static void oneOf(Node node, String wanted, String... all) {
    for (String name : all) {
      set(node, name, name.equals(wanted));
    }
  }
}
