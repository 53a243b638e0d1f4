package epsilonlab.ui.train;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Loss and accuracy side by side, each with its switch. */
final class CurvesPane extends HBox {
  private final LabServices services;
  private final TrainCharts charts;
  private final ObjectBinding<FigureTheme> theme;

  CurvesPane(TrainCharts charts, LabServices services) {
    this.services = services;
    this.charts = charts;
    this.theme = Parts.theme(services.state());
    getStyleClass().add("train-pair");
    getChildren()
        .addAll(
            chart("Loss", logSwitch(), charts.loss(), "loss"),
            chart("Accuracy", rangeSwitch(), charts.accuracy(), "accuracy"));
  }

  private VBox chart(
      String title, Node control, ReadOnlyObjectProperty<Figure> figure, String name) {
    FigureView view = new FigureView();
    view.setId("train-" + name);
    view.themeProperty().bind(theme);
    view.figureProperty().bind(figure);
    view.setPrefHeight(276);
    view.setMinHeight(150);
    VBox.setVgrow(view, Priority.ALWAYS);
    VBox all = new VBox(Parts.heading(title, "", control, Parts.menu(services, view, name)), view);
    HBox.setHgrow(all, Priority.ALWAYS);
    // both equally wide, whatever their headings want
    all.setPrefWidth(0);
    all.setMinWidth(0);
    return all;
  }

  private CheckBox logSwitch() {
    CheckBox log = new CheckBox("log scale");
    log.setId("train-log");
    log.getStyleClass().add("train-check");
    log.selectedProperty().bindBidirectional(charts.logScale());
    Parts.say(
        log, "Draws the loss L on a logarithmic axis, where every factor of 10 is equally high.");
    log.setAccessibleText("log scale");
    return log;
  }

  private HBox rangeSwitch() {
    ToggleButton all = new ToggleButton("0–100");
    ToggleButton close = new ToggleButton("90–100");
    all.getStyleClass().addAll("left-pill", "small-switch");
    close.getStyleClass().addAll("right-pill", "small-switch");
    all.setId("train-range-all");
    close.setId("train-range-close");
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(all, close);
    group.selectToggle(charts.closeUp().get() ? close : all);
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              // one of the two is always chosen
              if (now == null) {
                group.selectToggle(before);
              } else {
                charts.closeUp().set(now == close);
              }
            });
    Parts.say(all, "Shows accuracies from 0 to 100 %.");
    Parts.say(close, "Shows accuracies from 90 to 100 %, where good networks differ.");
    HBox both = new HBox(all, close);
    both.setAlignment(Pos.CENTER);
    return both;
  }
}
