package epsilonlab.ui.generate.vae;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

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
            chart(title, "", switches(figures), figures.loss(), "loss"),
            chart(
                Parts.label("KL divergence", "section-title"),
                "the shaded gap on the left",
                new HBox(),
                figures.divergence(),
                "kl"));
  }

  private VBox chart(
      Label title,
      String remark,
      Node control,
      ReadOnlyObjectProperty<Figure> figure,
      String name) {
    FigureView view = new FigureView();
    view.setId("vae-" + name);
    view.themeProperty().bind(theme);
    view.figureProperty().bind(figure);
    view.setMinHeight(90);
    VBox.setVgrow(view, Priority.ALWAYS);
    Label words = new Label(remark);
    words.getStyleClass().add("remark");
    words.setMinWidth(0);
    HBox heading =
        new HBox(
            8, title, words, Parts.spring(), control, Parts.menu(services, view, "vae-" + name));
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("figure-heading");
    VBox all = new VBox(heading, view);
    HBox.setHgrow(all, Priority.ALWAYS);
    // both equally wide, whatever their headings want
    all.setPrefWidth(0);
    all.setMinWidth(0);
    return all;
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
