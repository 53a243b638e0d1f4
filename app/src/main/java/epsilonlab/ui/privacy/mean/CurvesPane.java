package epsilonlab.ui.privacy.mean;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LineChart;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.privacy.microscope.RocPane;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Three charts side by side: ROC, accuracy against the dimension and against the noise. */
final class CurvesPane extends HBox {
  private final LabServices services;
  private final ObservableValue<FigureTheme> theme;

  CurvesPane(
      MeanViewModel model,
      MeanFigures figures,
      LabServices services,
      ObservableValue<FigureTheme> theme) {
    super(16);
    this.services = services;
    this.theme = theme;
    getChildren()
        .addAll(
            equal(new RocPane("mean", model.microscope(), services, theme)),
            equal(
                chart(
                    "dimensions",
                    "against $d$",
                    figures.dimensions(),
                    "The attack without noise on the average. Blue: on fresh data, with the"
                        + " threshold that was best on other data; the band is one standard"
                        + " deviation of a repeat. Dashed: on the same data. Dotted: the normal"
                        + " approximation Φ(½√(d/n)).")),
            equal(
                chart(
                    "noise",
                    "against $σ²$",
                    figures.noise(),
                    "The attack on the data at hand, with noise of variance σ² on the average; the"
                        + " band is one standard deviation of a repeat. Dotted: the normal"
                        + " approximation, which knows no luck with the threshold and so lies"
                        + " lower.")));
  }

  private static Region equal(Region one) {
    HBox.setHgrow(one, Priority.ALWAYS);
    one.setMinWidth(0);
    one.setPrefWidth(216);
    return one;
  }

  private VBox chart(String id, String against, ObjectBinding<LineChart> figure, String says) {
    FigureView view = new FigureView();
    view.setId("mean-" + id);
    view.themeProperty().bind(theme);
    view.figureProperty().bind(figure);
    view.setMinSize(0, 0);
    Tooltip tip = new Tooltip(says);
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    Tooltip.install(view, tip);
    VBox.setVgrow(view, Priority.ALWAYS);
    MathLabel remark = new MathLabel(against);
    remark.mutedProperty().set(true);
    remark.themeProperty().bind(theme);
    remark.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    HBox heading =
        new HBox(
            8,
            Parts.label("Accuracy", "section-title"),
            remark,
            Parts.spring(),
            Parts.menu(services, view, "mean-" + id));
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("figure-heading");
    return new VBox(4, heading, view);
  }
}
