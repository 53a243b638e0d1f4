package epsilonlab.ui.defend;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Lets methods of adversarial training race, and asks whether what they leave truly resists. */
public final class DefendTab implements LabTab {
  private static final double STEP = 0.01;
  private static final double LEAP = 0.1;

  private final DefendViewModel model;
  private final LabServices services;
  private final TabFacts facts;
  private DefendView view;

  /** Shows nothing yet. */
  public DefendTab(LabServices services) {
    this.services = services;
    model = new DefendViewModel(services);
    facts = new DefendFacts(model).all();
  }

  @Override
  public String id() {
    return "defend";
  }

  @Override
  public String title() {
    return "Defend";
  }

  @Override
  public Ikon icon() {
    return Feather.SHIELD;
  }

  @Override
  public boolean usesModel() {
    // what a race leaves is in use at once, and can be changed here for the other tabs
    return true;
  }

  @Override
  public Node content() {
    view = new DefendView(services, model);
    return view.root();
  }

  @Override
  public void onShown() {
    view.shown();
  }

  @Override
  public void onHidden() {
    view.hidden();
  }

  @Override
  public boolean onKey(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return false;
    }
    double step = event.isShiftDown() ? LEAP : STEP;
    switch (event.getCode()) {
      case SPACE -> model.startOrPause();
      case RIGHT, UP -> model.attacker().move(step);
      case LEFT, DOWN -> model.attacker().move(-step);
      case N -> model.digit().step(1);
      case P -> model.digit().step(-1);
      case R -> model.digit().random();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public Optional<Runnable> export() {
    return model.shown().get() == null ? Optional.empty() : Optional.of(view::export);
  }

  @Override
  public List<Repeatable> results() {
    return TableRepeat.of(model);
  }

  @Override
  public TabFacts facts() {
    return facts;
  }

  @Override
  public TabParts parts() {
    return view.parts();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("Space", "Start, pause or go on with the race"),
        new Shortcut("Esc", "Stop the race and keep what is trained"),
        new Shortcut("← →", "The attacker's epsilon by 0.01, with Shift by 0.1"),
        new Shortcut("N / P", "Next and previous digit"),
        new Shortcut("R", "Random digit"));
  }

  @Override
  public Optional<String> beforeClose() {
    return model.atStake();
  }

  @Override
  public CompletableFuture<Void> keep() {
    return model.keep();
  }
}
