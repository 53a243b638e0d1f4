package epsilonlab.ui.generate.denoise;

import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.SubTab;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** Trains a denoising autoencoder, restores noisy digits live, and attacks it as a defence. */
public final class DenoiseTab implements SubTab {
  private static final int LEAP = 10;

  private final LabServices services;
  private final DenoiseViewModel model;
  private DenoiseView view;

  /** Shows nothing yet. */
  public DenoiseTab(LabServices services) {
    this.services = services;
    model = new DenoiseViewModel(services);
  }

  @Override
  public String id() {
    return "denoise";
  }

  @Override
  public String title() {
    return "Denoising";
  }

  @Override
  public Node content(Node parts) {
    view = new DenoiseView(services, model, parts);
    return view.root();
  }

  @Override
  public TabFacts facts() {
    return DenoiseFacts.of(model);
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
    int steps = event.isShiftDown() ? LEAP : 1;
    int column = model.digits().selected().get();
    switch (event.getCode()) {
      case SPACE -> model.trainings().startOrPause();
      case RIGHT, UP -> model.defence().move(steps);
      case LEFT, DOWN -> model.defence().move(-steps);
      case N -> model.digits().step(column, 1);
      case P -> model.digits().step(column, -1);
      case R -> model.digits().random(column);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public Optional<Runnable> export() {
    return model.inView().autoencoder().get() == null
        ? Optional.empty()
        : Optional.of(
            () ->
                new ExportDenoise(
                        model, services.dialogs(), ExportPorts.notices(services.messages()))
                    .ask());
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("Space", "Start, pause or go on with the training"),
        new Shortcut("Esc", "Stop the training and keep what is trained"),
        new Shortcut("← →", "Epsilon by a step (0.01), with Shift by ten"),
        new Shortcut("N / P", "Next and previous digit"),
        new Shortcut("R", "Random digit"));
  }

  @Override
  public Optional<String> beforeClose() {
    return model.trainings().atStake();
  }

  @Override
  public CompletableFuture<Void> keep() {
    return model.trainings().keep();
  }
}
