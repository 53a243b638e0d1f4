package epsilonlab.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/**
 * The nodes below a view's root by their ids, also those of columns that are folded away and of
 * scroll panes that were never laid out. Belongs to the FX thread.
 */
public final class TabNodes {
  private final Map<String, Node> byId = new LinkedHashMap<>();

  /** Walks through all that is there now; the first of two nodes with one id counts. */
  public TabNodes(Node root) {
    walk(
        root,
        node -> {
          if (node.getId() != null) {
            byId.putIfAbsent(node.getId(), node);
          }
        });
  }

  /** All nodes of a class at and below a node, in their order. */
  public static <T extends Node> List<T> below(Node root, Class<T> type) {
    List<T> found = new ArrayList<>();
    walk(
        root,
        node -> {
          if (type.isInstance(node)) {
            found.add(type.cast(node));
          }
        });
    return found;
  }

  private static void walk(Node node, Consumer<Node> visit) {
    visit.accept(node);
    if (node instanceof TabColumns columns) {
      columns.contents().forEach(content -> walk(content, visit));
    } else if (node instanceof ScrollPane scroll) {
      if (scroll.getContent() != null) {
        walk(scroll.getContent(), visit);
      }
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, visit));
    }
  }

  /**
   * The node of an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Node get(String id) {
    Node found = byId.get(id);
    if (found == null) {
      throw new IllegalArgumentException("no node has the id " + id);
    }
    return found;
  }

  /**
   * The node of an id as what it is.
   *
   * @throws IllegalArgumentException if there is none of this class
   */
  public <T extends Node> T get(String id, Class<T> type) {
    Node found = get(id);
    if (!type.isInstance(found)) {
      throw new IllegalArgumentException(id + " is no " + type.getSimpleName());
    }
    return type.cast(found);
  }

  /** The nodes of several ids, as {@link TabParts#control} takes them. */
  public Node[] all(String... ids) {
    Node[] found = new Node[ids.length];
    for (int i = 0; i < ids.length; i++) {
      found[i] = get(ids[i]);
    }
    return found;
  }
}
