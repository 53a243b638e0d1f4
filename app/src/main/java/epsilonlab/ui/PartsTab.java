package epsilonlab.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** A tab of several parts, of which one is in view. */
public abstract class PartsTab implements LabTab {
  private final SubTabs parts;

  /** Shows nothing yet. */
  protected PartsTab(SubTabs parts) {
    this.parts = parts;
  }

  @Override
  public Node content() {
    return parts.content();
  }

  @Override
  public void onShown() {
    parts.onShown();
  }

  @Override
  public void onHidden() {
    parts.onHidden();
  }

  @Override
  public boolean onKey(KeyEvent event) {
    return parts.onKey(event);
  }

  @Override
  public Optional<Runnable> export() {
    return parts.export();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return parts.shortcuts();
  }

  @Override
  public TabFacts facts() {
    return parts.facts(id() + ".part");
  }

  @Override
  public TabParts parts() {
    return parts.parts(id() + ".part");
  }

  @Override
  public List<Repeatable> results() {
    return parts.results();
  }

  @Override
  public Optional<String> beforeClose() {
    return parts.beforeClose();
  }

  @Override
  public CompletableFuture<Void> keep() {
    return parts.keep();
  }
}
