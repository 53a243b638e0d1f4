package epsilonlab.ui.privacy.mean;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LineChart;
import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.privacy.microscope.RocPane;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Three charts side by side: ROC, accuracy against the dimension and against the noise. */
final class CurvesPane extends HBox {
  private static final Setting<Boolean> NORM =
      Setting.of("privacy.mean.norm", Boolean.class, false);

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
                    new SimpleStringProperty("Accuracy"),
                    "by $d$",
                    figures.dimensions(),
                    "The attack without noise on the average. Blue: on fresh data, with the"
                        + " threshold that was best on other data. Dashed: on the same data. The"
                        + " bands are one standard deviation of a repeat. Dotted: the normal"
                        + " approximation Φ(½√(d/n)).")),
            equal(noise(figures, model.session().settings())));
  }

  private VBox noise(MeanFigures figures, Settings settings) {
    ToggleButton norm = new ToggleButton("|p|");
    norm.setId("mean-norm");
    norm.getStyleClass().add("small-switch");
    norm.setSelected(settings.get(NORM));
    norm.selectedProperty().addListener((property, before, now) -> settings.set(NORM, now));
    Parts.say(norm, "Shows the length |p| of the noisy average instead of the attack's accuracy.");
    norm.setAccessibleText("Length of the noisy average");
    StringBinding what =
        Bindings.when(norm.selectedProperty()).then("Length").otherwise("Accuracy");
    return chart(
        "noise",
        what,
        "by $σ²$",
        Bindings.when(norm.selectedProperty())
            .then((ObservableObjectValue<LineChart>) figures.norm())
            .otherwise(figures.noise()),
        "The attack on the data at hand, or the length of the average, with noise of variance σ² on"
            + " it; the band is one standard deviation of a repeat. Dotted: the formula; that of"
            + " the attack knows no luck with the threshold and so lies lower. Above: what the"
            + " noise promises. "
            + MeanWords.ASSUMES,
        norm);
  }

  private static Region equal(Region one) {
    HBox.setHgrow(one, Priority.ALWAYS);
    one.setMinWidth(0);
    one.setPrefWidth(216);
    return one;
  }

  private VBox chart(
      String id,
      ObservableValue<String> what,
      String against,
      ObservableValue<LineChart> figure,
      String says,
      Node... switches) {
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
    Label title = Parts.label("", "section-title");
    title.textProperty().bind(what);
    MathLabel remark = new MathLabel(against);
    remark.mutedProperty().set(true);
    remark.themeProperty().bind(theme);
    remark.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    HBox heading = new HBox(8, title, remark, Parts.spring());
    heading.getChildren().addAll(switches);
    heading.getChildren().add(Parts.menu(services, view, "mean-" + id));
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("figure-heading");
    return new VBox(4, heading, view);
  }
}
