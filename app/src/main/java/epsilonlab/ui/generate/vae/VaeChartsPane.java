package epsilonlab.ui.generate.vae;

import epsilonlab.report.VaeCharts;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.SmallSwitch;
import epsilonlab.ui.component.FigureView;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** Loss and KL divergence side by side, of the test or of the training images. */
final class VaeChartsPane extends HBox {
  private final LabServices services;
  private final ObservableValue<FigureTheme> theme;

  VaeChartsPane(VaeFigures figures, LabServices services, ObservableValue<FigureTheme> theme) {
    this.services = services;
    this.theme = theme;
    setId("vae-charts");
    getStyleClass().add("vae-charts");
    Label title = Parts.label("", "section-title");
    figures
        .training()
        .addListener((property, before, now) -> title.setText(now ? "Training loss" : "Test loss"));
    title.setText(figures.training().get() ? "Training loss" : "Test loss");
    getChildren()
        .addAll(
            chart(
                title,
                new HBox(8, line(false, "loss"), line(true, "reconstruction"), gap("KL")),
                new HBox(),
                figures.loss(),
                "loss"),
            chart(
                Parts.label("KL divergence", "section-title"),
                new HBox(),
                switches(figures),
                figures.divergence(),
                "kl"));
  }

  private VBox chart(
      Label title,
      Region remark,
      Node control,
      ReadOnlyObjectProperty<Figure> figure,
      String name) {
    FigureView view = new FigureView();
    view.setId("vae-" + name);
    view.themeProperty().bind(theme);
    view.figureProperty().bind(figure);
    view.setMinHeight(90);
    VBox.setVgrow(view, Priority.ALWAYS);
    remark.setMinWidth(0);
    HBox heading =
        new HBox(
            8, title, remark, Parts.spring(), control, Parts.menu(services, view, "vae-" + name));
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("figure-heading");
    VBox all = new VBox(heading, view);
    HBox.setHgrow(all, Priority.ALWAYS);
    // both equally wide, whatever their headings want
    all.setPrefWidth(0);
    all.setMinWidth(0);
    return all;
  }

  private HBox line(boolean dashed, String name) {
    Line line = new Line(0, 0, 18, 0);
    line.setStrokeWidth(2.5);
    if (dashed) {
      line.getStrokeDashArray().setAll(5.0, 4.0);
    }
    line.strokeProperty().bind(colour(VaeCharts.LOSS, 1));
    return entry(line, name);
  }

  private HBox gap(String name) {
    Rectangle gap = new Rectangle(14, 10);
    gap.fillProperty().bind(colour(VaeCharts.DIVERGENCE, 0.35));
    return entry(gap, name);
  }

  private ObjectBinding<Color> colour(Hue hue, double opacity) {
    return Bindings.createObjectBinding(
        () -> Parts.colour(hue.on(theme.getValue())).deriveColor(0, 1, 1, opacity), theme);
  }

  private static HBox entry(Shape sample, String name) {
    HBox entry = new HBox(4, sample, Parts.label(name, "remark"));
    entry.setAlignment(Pos.CENTER_LEFT);
    return entry;
  }

  private static SmallSwitch switches(VaeFigures figures) {
    return new SmallSwitch(
        figures.training(),
        new SmallSwitch.Side(
            "vae-charts-test", "test", "Shows both charts for the test images, after each epoch."),
        new SmallSwitch.Side(
            "vae-charts-training",
            "training",
            "Shows both charts for the training images, while they were learnt."));
  }
}
