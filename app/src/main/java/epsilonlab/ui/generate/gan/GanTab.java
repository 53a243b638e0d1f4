package epsilonlab.ui.generate.gan;

import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.FigureThemes;
import epsilonlab.ui.FolderExport;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.SubTab;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.generate.run.OpenModels;
import epsilonlab.ui.generate.run.TrainingCourse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Trains a generative adversarial network before the user's eyes. */
public final class GanTab implements SubTab {
  private final LabServices services;
  private final GanViewModel model;
  private GanView view;

  /**
   * Shows nothing yet.
   *
   * @param vae the course of the VAE that is trained in this session
   */
  public GanTab(LabServices services, Supplier<Optional<TrainingCourse<?, ?>>> vae) {
    this.services = services;
    this.model =
        new GanViewModel(
            services,
            () ->
                vae.get()
                    .map(course -> new VaeSamples.Course(course.pictures(), course.weights()))
                    .orElse(VaeSamples.Course.NONE));
  }

  @Override
  public String id() {
    return "gan";
  }

  @Override
  public String title() {
    return "GAN";
  }

  @Override
  public Node content(Node parts) {
    OpenModels library = new OpenModels(services, GanKind.ids(), "a GAN", model::open);
    view = new GanView(services, model, library, parts);
    return view.root();
  }

  @Override
  public TabFacts facts() {
    return GanFacts.of(model);
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
    return model.trainings().shown().get() == null || model.course().all().isEmpty()
        ? Optional.empty()
        : Optional.of(this::write);
  }

  private void write() {
    FolderExport folder =
        new FolderExport(
            services.session(), services.dialogs(), ExportPorts.notices(services.messages()));
    folder.ask("gan", new GanExport(model, FigureThemes.of(services.state()).get()));
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("Space", "Start, pause or go on with the training"),
        new Shortcut("Esc", "Stop the training and keep what is trained"),
        new Shortcut("← →, Home, End", "On the time line: go back in time, and forth again"),
        new Shortcut("Ctrl+E", "Export digits, losses, film and weights into a folder"));
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
