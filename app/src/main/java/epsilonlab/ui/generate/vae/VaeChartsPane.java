package epsilonlab.ui.generate.vae;

import epsilonlab.report.VaeCharts;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** Loss and KL divergence side by side, of the test or of the training images. */
final class VaeChartsPane extends HBox {
  private final LabServices services;
  private final ObservableValue<FigureTheme> theme;

  VaeChartsPane(VaeFigures figures, LabServices services, ObservableValue<FigureTheme> theme) {
    this.services = services;
    this.theme = theme;
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
                new HBox(8, sample(false, "loss"), sample(true, "reconstruction")),
                switches(figures),
                figures.loss(),
                "loss"),
            chart(
                Parts.label("KL divergence", "section-title"),
                Parts.label("the shaded gap on the left", "remark"),
                new HBox(),
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

  private HBox sample(boolean dashed, String name) {
    Line line = new Line(0, 0, 18, 0);
    line.setStrokeWidth(2.5);
    if (dashed) {
      line.getStrokeDashArray().setAll(5.0, 4.0);
    }
    line.strokeProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> Parts.colour(VaeCharts.LOSS.on(theme.getValue())), theme));
    HBox sample = new HBox(4, line, Parts.label(name, "remark"));
    sample.setAlignment(Pos.CENTER_LEFT);
    return sample;
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
