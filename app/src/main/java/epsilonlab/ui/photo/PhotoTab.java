package epsilonlab.ui.photo;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.component.SliderScale;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab that attacks a photo and a network that somebody else trained. */
public final class PhotoTab implements LabTab {
  private final LabServices services;
  private PhotoViewModel model;
  private PhotoView view;
  private TabFacts facts = new TabFacts();

  /** Builds nothing yet. */
  public PhotoTab(LabServices services) {
    this.services = services;
  }

  @Override
  public String id() {
    return "photo";
  }

  @Override
  public String title() {
    return "Photo";
  }

  @Override
  public Ikon icon() {
    return Feather.IMAGE;
  }

  @Override
  public boolean usesModel() {
    return false;
  }

  @Override
  public Node content() {
    model = new PhotoViewModel(services.session(), services.dialogs());
    view = new PhotoView(services, model);
    facts = PhotoFacts.of(model);
    return view.root();
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
    SliderScale scale = SliderScale.COLOUR_CHANGE;
    int step = event.isShiftDown() ? scale.stepsOfLeap() : 1;
    switch (event.getCode()) {
      case RIGHT, UP -> move(step);
      case LEFT, DOWN -> move(-step);
      case N -> model.photos().step(1);
      case P -> model.photos().step(-1);
      case SPACE -> model.startOrStop();
      case ESCAPE -> model.stop();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int steps) {
    double now = model.form().epsilon().get();
    model.form().epsilon().set(SliderScale.COLOUR_CHANGE.moved(now, steps));
  }

  @Override
  public Optional<Runnable> export() {
    return model == null || model.result().get() == null
        ? Optional.empty()
        : Optional.of(view::export);
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("← →", "Epsilon by 1/255, with Shift by 4/255"),
        new Shortcut("N / P", "Next and previous photo"),
        new Shortcut("Space", "Attack the photo, or stop"),
        new Shortcut("Esc", "Stop the attack"));
  }
}
