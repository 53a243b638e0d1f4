package epsilonlab.ui.attack;

import epsilonlab.evaluation.diagnosis.Diagnosis;
import epsilonlab.report.DiagnosisFigures;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.SlicePlot;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.component.FigureMenu;
import epsilonlab.ui.component.FigureView;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The charts by step and the slice of the loss, all with the step that is looked at. */
final class WhyFigures extends HBox {
  private static final double GAP = 24;

  private final LabServices services;
  private final ObservableValue<FigureTheme> theme;
  private final FigureView loss = new FigureView();
  private final FigureView shares = new FigureView();
  private final FigureView gradient = new FigureView();
  private final FigureView slice = new FigureView();
  private LineChart lossChart;
  private LineChart sharesChart;
  private LineChart gradientChart;
  private SlicePlot slicePlot;

  /**
   * @param below stands below the slice
   */
  WhyFigures(LabServices services, ObservableValue<FigureTheme> theme, Node below) {
    super(GAP);
    this.services = services;
    this.theme = theme;
    VBox left =
        new VBox(
            4,
            figure(loss, "why-loss", "Loss and margin", "fooled where the margin is above 0"),
            figure(shares, "why-shares", "Zero gradients, clipped pixels", ""),
            figure(gradient, "why-gradient", "Length of the gradient", "logarithmic"));
    VBox right =
        new VBox(4, figure(slice, "why-slice", "The loss around", "fooled beyond the line"), below);
    slice.setMinHeight(Region.USE_PREF_SIZE);
    for (VBox column : new VBox[] {left, right}) {
      HBox.setHgrow(column, Priority.ALWAYS);
      column.setPrefWidth(0);
      column.setMinWidth(0);
    }
    getChildren().addAll(left, right);
  }

  private Node figure(FigureView view, String id, String title, String remark) {
    view.setId(id);
    view.themeProperty().bind(theme);
    view.setMinHeight(110);
    VBox.setVgrow(view, Priority.ALWAYS);
    Label name = new Label(title);
    name.getStyleClass().add("section-title");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label beside = new Label(remark);
    beside.getStyleClass().add("remark");
    FigureMenu menu =
        new FigureMenu(
            view,
            id,
            ExportPorts.files(services.dialogs()),
            ExportPorts.notices(services.messages()));
    HBox head = new HBox(8, name, beside, ChooseColumn.space(), menu);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(head, view);
    VBox.setVgrow(box, view == slice ? Priority.NEVER : Priority.ALWAYS);
    return box;
  }

  void show(Diagnosis now) {
    lossChart = DiagnosisFigures.loss(now.trace());
    sharesChart = DiagnosisFigures.shares(now.trace());
    gradientChart = DiagnosisFigures.gradient(now.trace());
    slicePlot = DiagnosisFigures.slice(now.slice());
  }

  void mark(int step) {
    loss.setFigure(lossChart.toBuilder().marker(step, "margin").build());
    shares.setFigure(sharesChart.withMarker(step));
    gradient.setFigure(gradientChart.withMarker(step));
    slice.setFigure(slicePlot.withMarked(step));
  }
}
