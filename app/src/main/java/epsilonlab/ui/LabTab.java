package epsilonlab.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;

/**
 * A tab of the window. All tabs are constructed when the window opens, so a constructor only keeps
 * its services; {@link #content()} is called once, when the tab is first chosen. All methods are
 * called on the FX thread.
 */
public interface LabTab {
  /** A short name that settings remember, for example {@code attack}. */
  String id();

  /** The word in the top bar. */
  String title();

  /** The icon beside the word. */
  Ikon icon();

  /** Whether the tab works on the model in the picker, which is greyed otherwise. */
  boolean usesModel();

  /** Builds what the tab shows; called once. A {@link TabColumns}, as a rule. */
  Node content();

  /** The tab has come into view: start timers, take up subscriptions. */
  default void onShown() {}

  /** The tab has gone out of view. */
  default void onHidden() {}

  /**
   * A key that neither the frame nor the focused control uses.
   *
   * @return whether the tab used it
   */
  default boolean onKey(KeyEvent event) {
    return false;
  }

  /** What Ctrl+E does; empty while there is nothing to export. */
  default Optional<Runnable> export() {
    return Optional.empty();
  }

  /** Presenter mode begins or ends; also called before {@link #onShown()} for the first time. */
  default void setPresenting(boolean presenting) {}

  /** What stands beside the model picker in presenter mode, for example a button Random digit. */
  default Optional<Node> presenterTools() {
    return Optional.empty();
  }

  /** The tab's own lines in the help. */
  default List<Shortcut> shortcuts() {
    return List.of();
  }

  /**
   * What lessons, capsules and prepared moments may know of this tab, and set on it. Asked after
   * {@link #content()}, and ten times a second while a lesson is open, so it is the same object
   * until something has come or gone: a tab of several parts tells of those built so far.
   */
  default TabFacts facts() {
    return new TabFacts();
  }

  /**
   * Where things are on this tab that lessons cover or lock, or reports show. Asked as {@link
   * #facts()} is.
   */
  default TabParts parts() {
    return new TabParts();
  }

  /**
   * What is shown now and a command computes again, for a capsule of the window. Asked after {@link
   * #content()}; what belongs to earlier settings is none.
   */
  default List<Repeatable> results() {
    return List.of();
  }

  /** One sentence that says what would be lost if the window closed now. */
  default Optional<String> beforeClose() {
    return Optional.empty();
  }

  /**
   * Keeps what {@link #beforeClose()} spoke of; called only if the user wants that.
   *
   * @return completed, on any thread, when it is safe to close
   */
  default CompletableFuture<Void> keep() {
    return CompletableFuture.completedFuture(null);
  }
}
