package epsilonlab.ui.generate.vae;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RunButtons;
import epsilonlab.ui.TabColumns;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.generate.run.GenerateStyle;
import epsilonlab.ui.generate.run.Invitation;
import epsilonlab.ui.generate.run.OpenMenu;
import epsilonlab.ui.generate.run.OpenModels;
import epsilonlab.ui.generate.run.Refresh;
import java.util.Objects;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The layout of the VAE part: choose, see, read. */
final class VaeView {
  private final VaeViewModel model;
  private final LabServices services;
  // kept, for bindings do not keep each other alive
  private final ObjectBinding<FigureTheme> theme;
  private final RunButtons buttons;
  private final TabColumns root;
  private final TabParts parts;
  private final Refresh refresh;

  VaeView(
      VaeViewModel model,
      VaeFigures figures,
      LabServices services,
      OpenModels library,
      Node parts) {
    this.model = model;
    this.services = services;
    this.theme = Parts.theme(services.state());
    buttons =
        new RunButtons(
            "vae",
            "Train the VAE",
            "Starts a training with what is chosen above (Space).",
            model.trainings().phase(),
            model::startOrPause,
            model.trainings()::stop);
    root =
        GenerateStyle.on(
            new TabColumns(
                services.state(),
                choose(parts, library),
                see(figures),
                new VaeReadPane(model, services, theme)));
    root.getStylesheets()
        .add(
            Objects.requireNonNull(VaeView.class.getResource("/epsilonlab/ui/css/vae.css"))
                .toExternalForm());
    this.parts = VaeParts.of(model, figures, root);
    refresh = new Refresh(model.trainings()::tick);
    // the button in the empty middle goes away under the focus
    model.trainings().shown().addListener((property, before, now) -> buttons.focus());
  }

  /** Where in the part things are. */
  TabParts parts() {
    return parts;
  }

  Node root() {
    return root;
  }

  void shown() {
    refresh.shown();
  }

  void hidden() {
    refresh.hidden();
  }

  private Region choose(Node parts, OpenModels library) {
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    return new VBox(
        parts, new VaeFormPane(model, theme), spare, OpenMenu.of("vae", library), goOn(), buttons);
  }

  private Button goOn() {
    Button link =
        Parts.linkButton(
            Feather.GIT_BRANCH,
            "",
            "Keeps what is trained so far and goes on from the epoch that is looked at with another"
                + " weight β of the KL divergence.",
            this::askBeta);
    MathLabel beta = new MathLabel("$β$");
    beta.themeProperty().bind(theme);
    HBox words =
        new HBox(
            7,
            link.getGraphic(),
            Parts.label("Go on from here, another", "accent-text"),
            Parts.label("β", "math", "accent-text"));
    words.getStyleClass().add("restart-words");
    link.setGraphic(words);
    link.setId("vae-restart");
    Parts.showIf(link, model.trainings().shown().isNotNull().and(model.opened().isNull()));
    return link;
  }

  private void askBeta() {
    services
        .dialogs()
        .askText(
            "Go on from epoch " + model.course().lookedAt().epoch().get() + " with another beta",
            "Weight β of the KL divergence",
            model.form().fields().text(VaeForm.BETA).get())
        .ifPresent(model::goOn);
  }

  private Region see(VaeFigures figures) {
    MapPane map = new MapPane(model, services, theme);
    PointPane point = new PointPane(model, services, theme);
    HBox.setHgrow(map, Priority.ALWAYS);
    map.setMinWidth(0);
    map.setPrefWidth(420);
    point.setMinWidth(236);
    point.setPrefWidth(236);
    HBox top = new HBox(24, map, point);
    VBox.setVgrow(top, Priority.ALWAYS);
    WalkPane walk = new WalkPane(model, services, theme);
    walk.setMinHeight(Region.USE_PREF_SIZE);
    VaeChartsPane charts = new VaeChartsPane(figures, services, theme);
    charts.setMinHeight(124);
    charts.setPrefHeight(158);
    Region walkRule = Parts.rule();
    Region chartsRule = Parts.rule();
    VBox shown = new VBox(top, walkRule, walk, chartsRule, charts);
    shown.getStyleClass().addAll("generate-figures", "vae-figures");
    shown.visibleProperty().bind(model.network().isNotNull());
    // the map is what a lecture is about
    for (Region part : new Region[] {chartsRule, charts}) {
      Parts.showIf(part, services.state().presenting().not());
    }
    Invitation empty =
        new Invitation(
            "vae",
            Feather.MAP,
            "Here you will see a network lay out all digits on a map and draw new ones from any"
                + " place of it: drag a point through the map and watch one digit turn into"
                + " another.",
            "Train the VAE",
            model::startOrPause);
    empty.visibleProperty().bind(model.network().isNull());
    StackPane see = new StackPane(shown, empty);
    see.getStyleClass().add("generate-see");
    return see;
  }
}
