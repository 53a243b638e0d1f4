package epsilonlab.ui.attack;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tab that attacks one digit while the slider moves epsilon. */
public final class AttackTab implements LabTab {
  private final LabServices services;
  private AttackViewModel model;
  private AttackView view;
  private TabFacts facts = new TabFacts();

  /** Builds nothing yet. */
  public AttackTab(LabServices services) {
    this.services = services;
  }

  @Override
  public String id() {
    return "attack";
  }

  @Override
  public String title() {
    return "Attack";
  }

  @Override
  public Ikon icon() {
    return Feather.CROSSHAIR;
  }

  @Override
  public boolean usesModel() {
    return true;
  }

  @Override
  public Node content() {
    model = new AttackViewModel(services.session());
    view = new AttackView(services, model);
    facts = new AttackFacts(model).all();
    return view.root();
  }

  @Override
  public void onShown() {
    // the window is not open yet when its first tab is shown
    services.fx().execute(view::focus);
  }

  @Override
  public boolean onKey(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return false;
    }
    int step = event.isShiftDown() ? model.scale().stepsOfLeap() : 1;
    switch (event.getCode()) {
      case RIGHT, UP -> move(step);
      case LEFT, DOWN -> move(-step);
      case N -> model.digits().step(1);
      case P -> model.digits().step(-1);
      case R -> model.digits().random();
      case SPACE -> model.curves().measure();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int steps) {
    model.epsilon().set(model.scale().moved(model.epsilon().get(), steps));
  }

  @Override
  public Optional<Runnable> export() {
    return model.attacked().get() == null ? Optional.empty() : Optional.of(view::export);
  }

  @Override
  public void setPresenting(boolean presenting) {
    view.setPresenting(presenting);
  }

  @Override
  public Optional<Node> presenterTools() {
    Button random = new Button(null, new FontIcon(Feather.SHUFFLE));
    random.getStyleClass().add("icon-button");
    random.setTooltip(new Tooltip("A random digit (R)"));
    random.setAccessibleText("A random digit");
    random.setOnAction(event -> model.digits().random());
    return Optional.of(random);
  }

  @Override
  public TabFacts facts() {
    return facts;
  }

  @Override
  public List<Repeatable> results() {
    return new AttackRepeats(model).all();
  }

  @Override
  public TabParts parts() {
    return view.parts();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("← →", "Epsilon by a step (0.01), with Shift by ten"),
        new Shortcut("N / P", "Next and previous digit"),
        new Shortcut("R", "Random digit"),
        new Shortcut("Space", "Measure the ticked curves"));
  }
}
