package epsilonlab.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * One of several parts of a tab, chosen by the switch at the top of its left column. As with a
 * {@link LabTab}, a constructor only keeps its services.
 */
public interface SubTab {
  /** A short name that settings remember, for example {@code gan}. */
  String id();

  /** The word on the switch. */
  String title();

  /**
   * Builds what it shows, a {@link TabColumns}; called once, when it is first chosen.
   *
   * @param parts the switch among the parts, to be put first in the left column
   */
  Node content(Node parts);

  /** It has come into view. */
  default void onShown() {}

  /** It has gone out of view. */
  default void onHidden() {}

  /** See {@link LabTab#onKey}. */
  default boolean onKey(KeyEvent event) {
    return false;
  }

  /** See {@link LabTab#export}. */
  default Optional<Runnable> export() {
    return Optional.empty();
  }

  /** See {@link LabTab#shortcuts}. */
  default List<Shortcut> shortcuts() {
    return List.of();
  }

  /** See {@link LabTab#facts}. */
  default TabFacts facts() {
    return new TabFacts();
  }

  /** See {@link LabTab#parts}. */
  default TabParts parts() {
    return new TabParts();
  }

  /** See {@link LabTab#results}. */
  default List<Repeatable> results() {
    return List.of();
  }

  /** See {@link LabTab#beforeClose}. */
  default Optional<String> beforeClose() {
    return Optional.empty();
  }

  /** See {@link LabTab#keep}. */
  default CompletableFuture<Void> keep() {
    return CompletableFuture.completedFuture(null);
  }
}
