package epsilonlab.ui.privacy.mean;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.ProgressPane;
import epsilonlab.ui.TabColumns;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.generate.run.GenerateStyle;
import epsilonlab.ui.privacy.microscope.HistogramPane;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The layout of the part: choose, see, read. */
final class MeanView {
  static final String STYLE =
      Objects.requireNonNull(MeanView.class.getResource("/epsilonlab/ui/css/mean.css"))
          .toExternalForm();

  private static final double HISTOGRAM = 396;
  private static final double CURVES = 264;

  private final MeanViewModel model;
  private final LabServices services;
  // kept, for bindings do not keep each other alive
  private final ObjectBinding<FigureTheme> theme;
  private final TabColumns root;
  private final TabParts parts;
  private Derivation derivation;

  MeanView(MeanViewModel model, MeanFigures figures, LabServices services, Node parts) {
    this.model = model;
    this.services = services;
    theme = Parts.theme(services.state());
    root =
        GenerateStyle.on(
            new TabColumns(
                services.state(),
                choose(parts),
                see(figures),
                new MeanReadPane(model, services, theme)));
    root.getStylesheets().add(STYLE);
    this.parts = MeanParts.of(root);
  }

  /** Where in the part things are. */
  TabParts parts() {
    return parts;
  }

  Node root() {
    return root;
  }

  private Region choose(Node parts) {
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    VBox foot = new VBox(8, new ProgressPane(model.repeating().job()), primary());
    return new VBox(
        parts, new MeanFormPane(model.form(), theme, this::openDerivation), spare, foot);
  }

  private void openDerivation() {
    if (derivation == null) {
      derivation = new Derivation(services);
    }
    derivation.open();
  }

  private Button primary() {
    Button primary = new Button();
    primary.setId("mean-primary");
    primary.getStyleClass().add("primary-button");
    primary.setMaxWidth(Double.MAX_VALUE);
    Parts.say(
        primary,
        "Measures the curves against the dimension d and the noise σ², each point so many times;"
            + " what is measured when it is cancelled stays (Space, Esc).");
    primary.textProperty().bind(model.repeating().action());
    primary.accessibleTextProperty().bind(model.repeating().action());
    Region play = shape("shape-play");
    Region stop = shape("shape-stop");
    primary
        .graphicProperty()
        .bind(
            Bindings.when(model.repeating().job().running())
                .then((Node) stop)
                .otherwise((Node) play));
    primary
        .disableProperty()
        .bind(model.repeating().left().isEqualTo(0).and(model.repeating().job().running().not()));
    primary.setOnAction(event -> model.startOrCancel());
    return primary;
  }

  private static Region shape(String styleClass) {
    Region shape = new Region();
    shape.getStyleClass().addAll("player-shape", styleClass);
    return shape;
  }

  private Region see(MeanFigures figures) {
    HistogramPane histogram = new HistogramPane("mean", model.microscope(), services, theme);
    histogram.setMinHeight(200);
    histogram.setPrefHeight(HISTOGRAM);
    VBox.setVgrow(histogram, Priority.ALWAYS);
    Region rule = Parts.rule();
    CurvesPane curves = new CurvesPane(model, figures, services, theme);
    curves.setMinHeight(160);
    curves.setPrefHeight(CURVES);
    // the microscope is what a lecture is about
    for (Region part : new Region[] {rule, curves}) {
      Parts.showIf(part, services.state().presenting().not());
    }
    VBox see = new VBox(8, histogram, rule, curves);
    see.getStyleClass().addAll("generate-see", "mean-see");
    return see;
  }
}
