package epsilonlab.ui.generate.denoise;

import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.TabColumns;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.generate.run.GenerateStyle;
import epsilonlab.ui.generate.run.Invitation;
import epsilonlab.ui.generate.run.OpenMenu;
import epsilonlab.ui.generate.run.OpenModels;
import epsilonlab.ui.generate.run.Refresh;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The layout of the denoising part: choose, see, read. */
final class DenoiseView {
  // 314 of 692 pixels: digits of 112 fit at 1280 x 800
  private static final double GRID_SHARE = 0.455;
  private static final double PRESENTED_SHARE = 0.7;
  private static final double LEAST_GRID = 200;
  private static final double LEAST_CHARTS = 150;

  private final LabServices services;
  private final DenoiseViewModel model;
  private final TabColumns root;
  private final TabParts parts;
  private final Refresh refresh;
  // kept, for bindings do not keep each other alive
  private final ObjectBinding<FigureTheme> theme;

  DenoiseView(LabServices services, DenoiseViewModel model, Node parts) {
    this.services = services;
    this.model = model;
    theme = Parts.theme(services.state());
    root = GenerateStyle.on(new TabColumns(services.state(), choose(parts), see(), read()));
    root.getStylesheets()
        .add(
            Objects.requireNonNull(DenoiseView.class.getResource("/epsilonlab/ui/css/denoise.css"))
                .toExternalForm());
    this.parts = DenoiseParts.of(model, root);
    refresh = new Refresh(model.trainings()::tick);
  }

  /** Where in the part things are. */
  TabParts parts() {
    return parts;
  }

  Node root() {
    return root;
  }

  void shown() {
    model.setLooked(true);
    refresh.shown();
  }

  void hidden() {
    refresh.hidden();
    model.setLooked(false);
  }

  private Region choose(Node parts) {
    StartPane start = new StartPane(services, model);
    // the button in the empty middle goes away under the focus
    model.trainings().shown().addListener((property, before, now) -> start.focus());
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    VBox choose =
        new VBox(
            parts,
            new DenoiseFormPane(services, model, theme),
            spare,
            new EpochPane(services, model),
            OpenMenu.of(
                "denoise",
                new OpenModels(
                    services,
                    List.of(DenoisingAutoencoder.ID),
                    "an autoencoder",
                    model.inView()::open)),
            start);
    choose.getStyleClass().add("denoise-choose");
    return choose;
  }

  private Region see() {
    RowsPane rows = new RowsPane(services, model, theme);
    NoisePane noise = new NoisePane(model, theme);
    Region rule = Parts.rule();
    ChartsPane charts = new ChartsPane(services, model, theme);
    charts.setMinHeight(LEAST_CHARTS);
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox figures = new VBox(rows, noise, rule, charts);
    figures.getStyleClass().addAll("generate-figures", "denoise-figures");
    rows.setMinHeight(LEAST_GRID);
    rows.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    Math.max(
                        LEAST_GRID,
                        Math.floor(
                            figures.getHeight()
                                * (services.state().presenting().get()
                                    ? PRESENTED_SHARE
                                    : GRID_SHARE))),
                figures.heightProperty(),
                services.state().presenting()));
    // the digits are what a lecture is about
    Parts.showIf(rule, services.state().presenting().not());
    Parts.showIf(charts, services.state().presenting().not());
    figures.visibleProperty().bind(model.inView().autoencoder().isNotNull());
    Invitation empty =
        new Invitation(
            "denoise",
            Feather.CLOUD_SNOW,
            "Here you will watch a network learn to take noise off digits, and see what a classifier"
                + " reads before and after; then whether that protects it from attacks.",
            "Train the autoencoder",
            model.trainings()::start);
    empty.visibleProperty().bind(model.inView().autoencoder().isNull());
    StackPane see = new StackPane(figures, empty);
    see.getStyleClass().add("generate-see");
    return see;
  }

  private Region read() {
    return new DefencePane(services, model, theme);
  }
}
