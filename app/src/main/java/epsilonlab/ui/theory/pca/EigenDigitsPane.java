package epsilonlab.ui.theory.pca;

import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.LineChart;
import epsilonlab.theory.pca.EigenDigits;
import epsilonlab.ui.Parts;
import epsilonlab.ui.ProgressPane;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.theory.page.PageKit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The digits' side of the drawing. */
final class EigenDigitsPane {
  private final EigenDigitsModel model;
  private final PageKit kit;
  private final FigureView components;
  private final FigureView rebuilt;
  private final FigureView error;

  EigenDigitsPane(EigenDigitsModel model, PageKit kit) {
    this.model = model;
    this.kit = kit;
    components = kit.figure("pca-components");
    rebuilt = kit.figure("pca-rebuilt");
    error = kit.figure("pca-error");
    for (FigureView strip : List.of(components, rebuilt)) {
      VBox.setVgrow(strip, Priority.NEVER);
      strip.setMinHeight(Region.USE_PREF_SIZE);
    }
  }

  Region node() {
    Label teaches =
        new Label(
            "Which 784-pixel pictures does one add up to get digits? Find the principal components"
                + " of all training digits, and see how few of them keep a digit readable.");
    teaches.setWrapText(true);
    teaches.getStyleClass().add("muted");
    Button find =
        Parts.linkButton(
            Feather.PLAY,
            "Find the eigen-digits",
            "Computes the principal components of all training digits (some seconds).",
            model::find);
    find.setId("pca-find");
    find.disableProperty().bind(model.data().isNull());
    Parts.showIf(find, model.job().running().not());
    teaches.setMaxWidth(460);
    VBox before = new VBox(16, teaches, find, new ProgressPane(model.job()));
    before.setAlignment(Pos.CENTER);
    VBox.setVgrow(before, Priority.ALWAYS);
    Parts.showIf(before, model.digits().isNull());
    Button next =
        Parts.linkButton(
            Feather.SKIP_FORWARD, "next digit", "Takes the next test digit.", model::next);
    next.setId("pca-next");
    VBox found =
        new VBox(
            kit.heading("Eigen-digits and their shares", List.of(), components, "eigen-digits"),
            components,
            kit.heading("A test digit, rebuilt", List.of(next), rebuilt, "rebuilt-digit"),
            rebuilt,
            kit.heading("Squared error of a pixel", List.of(), error, "reconstruction-error"),
            error);
    VBox.setVgrow(found, Priority.ALWAYS);
    Parts.showIf(found, model.digits().isNotNull());
    model.digits().subscribe(now -> components.setFigure(now == null ? null : components(now)));
    model
        .reconstruction()
        .subscribe(
            now -> {
              rebuilt.setFigure(now == null ? null : EigenDigitsFigures.reconstruction(now));
              error.setFigure(now == null ? null : error());
            });
    VBox all = new VBox(before, found);
    all.setMinHeight(0);
    return all;
  }

  private static DigitWall components(EigenDigits digits) {
    return EigenDigitsFigures.components(digits);
  }

  private LineChart error() {
    return EigenDigitsFigures.error(model.digits().get(), model.k());
  }

  /** What Ctrl+E writes of it. */
  Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    if (model.digits().get() != null) {
      figures.put("eigen-digits", components(model.digits().get()));
      figures.put("reconstruction-error", error());
    }
    if (model.reconstruction().get() != null) {
      figures.put("rebuilt-digit", EigenDigitsFigures.reconstruction(model.reconstruction().get()));
    }
    return figures;
  }
}
