package epsilonlab.ui.privacy.logistic;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.SubTab;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Membership inference on logistic regression, with stronger attacks and with defences. */
public final class LogisticTab implements SubTab {
  private final LabServices services;
  private final LogisticModels models;
  private LogisticView view;

  /** Shows nothing yet. */
  public LogisticTab(LabServices services) {
    this.services = services;
    models = LogisticModels.of(services);
  }

  @Override
  public String id() {
    return "logistic";
  }

  @Override
  public String title() {
    return "Logistic";
  }

  @Override
  public Node content(Node parts) {
    view = new LogisticView(services, models, parts);
    return view.root();
  }

  @Override
  public TabFacts facts() {
    return LogisticFacts.of(models)
        .set("logistic.page", () -> page().id(), String.class, view.pages()::choose);
  }

  @Override
  public List<Repeatable> results() {
    return page() instanceof GapPage ? GapRepeat.of(models.sweep()).stream().toList() : List.of();
  }

  @Override
  public TabParts parts() {
    return view.parts();
  }

  @Override
  public void onShown() {
    models.data().open();
    page().shown();
  }

  private Page page() {
    return view.pages().current().get();
  }

  @Override
  public boolean onKey(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return false;
    }
    if (page().onKey(event)) {
      return true;
    }
    if (event.getCode() == KeyCode.SPACE) {
      page().act();
      return true;
    }
    return false;
  }

  @Override
  public Optional<Runnable> export() {
    return view == null ? Optional.empty() : page().export();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return view == null
        ? List.of()
        : view.pages().all().stream()
            .flatMap(page -> page.shortcuts().stream())
            .distinct()
            .toList();
  }
}
