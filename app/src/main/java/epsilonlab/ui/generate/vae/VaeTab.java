package epsilonlab.ui.generate.vae;

import epsilonlab.generative.Vae;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.SubTab;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.generate.run.GenerativeRun;
import epsilonlab.ui.generate.run.OpenModels;
import epsilonlab.ui.generate.run.TrainingCourse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A variational autoencoder: a map of its latent space, a point to drag, a walk, samples. */
public final class VaeTab implements SubTab {
  private final LabServices services;
  private final VaeViewModel model;
  private final VaeFigures figures;
  private final VaeExport export;
  private VaeView view;

  /** Shows nothing yet. */
  public VaeTab(LabServices services) {
    this.services = services;
    model = new VaeViewModel(services);
    figures = new VaeFigures(model);
    export = new VaeExport(model, figures, services);
  }

  /** The course of this session's VAE, to stand beside a GAN's. */
  public Optional<TrainingCourse<?, ?>> course() {
    GenerativeRun<?, ?> run = model.trainings().shown().get();
    return Optional.ofNullable(run).map(GenerativeRun::course);
  }

  @Override
  public String id() {
    return "vae";
  }

  @Override
  public String title() {
    return "VAE";
  }

  @Override
  public Node content(Node parts) {
    OpenModels library = new OpenModels(services, List.of(Vae.ID), "a VAE", model::open);
    view = new VaeView(model, figures, services, library, parts);
    return view.root();
  }

  @Override
  public TabFacts facts() {
    return VaeFacts.of(model);
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
    if (event.getCode() == KeyCode.SPACE) {
      model.startOrPause();
      return true;
    }
    return false;
  }

  @Override
  public Optional<Runnable> export() {
    return export.isReady() ? Optional.of(export::ask) : Optional.empty();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("Space", "Start, pause or go on with the training"),
        new Shortcut("Esc", "Stop the training and keep what is trained"),
        new Shortcut("Arrows", "Move the point on the latent map (Shift: further)"),
        new Shortcut("Ctrl+E", "Export what is shown, and the weights"));
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
