package epsilonlab.ui.train;

import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.data.DataChoice;
import epsilonlab.ui.data.DataMenu;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Trains a network before the user's eyes, and keeps the model library. */
public final class TrainTab implements LabTab {
  private final LabServices services;
  private final TrainViewModel model;
  private final LibraryCommands library;
  private final DataChoice data;
  private final TabFacts facts;
  private TrainView view;

  /** Also gives the status bar its menu of data sets. */
  public TrainTab(LabServices services) {
    this.services = services;
    model = new TrainViewModel(services);
    facts = new TrainFacts(model).all();
    library = new LibraryCommands(services);
    data = new DataChoice(services);
    DataMenu.install(services.state(), data);
    services
        .state()
        .trainFirst()
        .set(
            () -> {
              services.state().wantedTab().set(id());
              model.startFirst();
              focusPrimary();
            });
  }

  // the button that was pressed is gone, and Space must pause, not stop
  private void focusPrimary() {
    Node primary = view == null ? null : view.root().lookup("#train-primary");
    if (primary != null) {
      primary.requestFocus();
    }
  }

  @Override
  public String id() {
    return "train";
  }

  @Override
  public String title() {
    return "Train";
  }

  @Override
  public Ikon icon() {
    return Feather.ACTIVITY;
  }

  @Override
  public boolean usesModel() {
    return true;
  }

  @Override
  public Node content() {
    view = new TrainView(services, model, library, data);
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
    if (event.getCode() == KeyCode.SPACE) {
      model.startOrPause();
      return true;
    }
    return false;
  }

  @Override
  public Optional<Runnable> export() {
    ModelEntry entry = services.session().model().get();
    return entry == null ? Optional.empty() : Optional.of(() -> library.files().export(entry));
  }

  @Override
  public List<Repeatable> results() {
    return TrainRepeat.of(model).stream().toList();
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
        new Shortcut("Space", "Start, pause or go on with the training"),
        new Shortcut("Esc", "Stop the training and keep what is trained"),
        new Shortcut("Ctrl+E", "Export the model in use"));
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
