package epsilonlab.ui.attack;

import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.CurveChart;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.ProbabilityBars;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.component.FigureMenu;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The ten probabilities before and after, and beside them accuracy against epsilon. */
final class AnswersPane extends Pane {
  private static final double HEAD = 28;
  private static final double REMARK = 20;
  private static final double GAP = 24;
  private static final double LEAST_PLOT = 190;
  // 304 of 680 pixels, 656 of 1320
  private static final double NARROW = 680;
  private static final double CHART_AT_NARROW = 304;
  private static final double CHART_GROWTH = (656.0 - 304) / (1320 - 680);

  private final AttackViewModel model;
  private final FigureView bars = new FigureView();
  private final FigureView chart = new FigureView();
  private final HBox barsHead;
  private final HBox chartHead;
  private final Label remark = new Label();
  private final Hyperlink pick;
  private boolean afterHidden;

  AnswersPane(LabServices services, AttackViewModel model, ObservableValue<FigureTheme> theme) {
    this.model = model;
    bars.themeProperty().bind(theme);
    chart.themeProperty().bind(theme);
    bars.setId("probabilities");
    chart.setId("curves");
    barsHead = head(theme, "Probabilities", menu(services, bars, "probabilities"));
    pick = new Hyperlink("Curves", new FontIcon(Feather.CHEVRON_DOWN));
    pick.setContentDisplay(ContentDisplay.RIGHT);
    pick.getStyleClass().add("link-button");
    pick.setId("curves-link");
    pick.setOnAction(event -> new CurvesMenu(model.curves()).show(pick, Side.BOTTOM, 0, 4));
    chartHead =
        head(
            theme, "Accuracy against $ε$", pick, menu(services, chart, "accuracy-against-epsilon"));
    remark.getStyleClass().add("remark");
    getChildren().addAll(barsHead, bars, chartHead, remark, chart);
    model.attacked().addListener((property, before, now) -> showBars(now));
    model.many().measured().addListener((property, before, now) -> showChart());
    model.epsilon().addListener((property, before, now) -> showChart());
    model.many().stale().addListener((property, before, now) -> showStale());
    model.curves().lines().addListener((property, before, now) -> showChart());
    model.session().data().addListener((property, before, now) -> showBars(model.attacked().get()));
    showBars(model.attacked().get());
    showChart();
  }

  /** The bars. */
  FigureView bars() {
    return bars;
  }

  /** Leaves out the probabilities after the attack, so that nothing tells of them. */
  void hideAfter(boolean hidden) {
    if (hidden != afterHidden) {
      afterHidden = hidden;
      showBars(model.attacked().get());
    }
  }

  /** The accuracy curves. */
  FigureView chart() {
    return chart;
  }

  /** What opens the list of curves. */
  Node pick() {
    return pick;
  }

  /** The line above the curves, which says the accuracy at this epsilon. */
  Label remark() {
    return remark;
  }

  private static FigureMenu menu(LabServices services, FigureView view, String name) {
    return new FigureMenu(
        view,
        name,
        ExportPorts.files(services.dialogs()),
        ExportPorts.notices(services.messages()));
  }

  private static HBox head(ObservableValue<FigureTheme> theme, String title, Node... tools) {
    MathLabel label = new MathLabel(title).styled(TextStyle.Weight.SEMIBOLD, 1).onOneLine();
    label.themeProperty().bind(theme);
    // or the symbol goes to a line of its own where the row is tight
    label.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(4, label, space);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setFillHeight(false);
    head.getChildren().addAll(tools);
    return head;
  }

  /** The least height at which all can be read. */
  double least() {
    return HEAD + LEAST_PLOT;
  }

  private static double chartWidth(double width) {
    double share = CHART_AT_NARROW / NARROW;
    return Math.floor(
        width < NARROW ? width * share : CHART_AT_NARROW + (width - NARROW) * CHART_GROWTH);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double chartWidth = chartWidth(width);
    double left = width - chartWidth;
    double barsWidth = left - GAP;
    barsHead.resizeRelocate(0, 0, barsWidth, HEAD);
    bars.resizeRelocate(0, HEAD, barsWidth, height - HEAD);
    chartHead.resizeRelocate(left, 0, chartWidth, HEAD);
    remark.resizeRelocate(left, HEAD - 2, chartWidth, REMARK);
    chart.resizeRelocate(left, HEAD + REMARK, chartWidth, height - HEAD - REMARK);
  }

  private void showBars(AttackedImage now) {
    bars.setFigure(
        now == null
            ? null
            : new ProbabilityBars(
                doubles(now.probabilitiesBefore()),
                afterHidden ? new double[0] : doubles(now.probabilitiesAfter()),
                now.label(),
                ClassNames.forFigures(model.session())));
  }

  private static double[] doubles(float[] values) {
    double[] copy = new double[values.length];
    Arrays.setAll(copy, i -> values[i]);
    return copy;
  }

  private void showChart() {
    ManyDigits.Measured measured = model.many().measured().get();
    double epsilon = model.epsilon().get();
    String marked = model.curves().markedLine();
    List<CurveChart.Line> lines = linesWithMeasured(model);
    chart.setFigure(CurveChart.of(lines, model.scale().most(), epsilon, marked));
    int count = measured.count() == 0 ? ManyDigits.COUNT : measured.count();
    remark.setText(
        Double.isNaN(measured.accuracy())
            ? String.format("%% of the first %,d test digits still right", count)
            : String.format(
                "%.1f %% of the first %,d right at %s",
                100 * measured.accuracy(),
                count,
                measured.epsilon() == epsilon
                    ? "this epsilon"
                    : String.format(Locale.ROOT, "epsilon %.3f", measured.epsilon())));
    showStale();
  }

  private void showStale() {
    remark.setOpacity(model.many().stale().get() ? 0.5 : 1);
  }

  /** The curves; at the marker stands what was measured there, not what lies between points. */
  static List<CurveChart.Line> linesWithMeasured(AttackViewModel model) {
    ManyDigits.Measured measured = model.many().measured().get();
    double epsilon = model.epsilon().get();
    String marked = model.curves().markedLine();
    boolean fits =
        measured.all() && measured.epsilon() == epsilon && !Double.isNaN(measured.accuracy());
    return model.curves().lines().get().stream()
        .map(
            line ->
                fits && line.name().equals(marked) ? line.with(epsilon, measured.accuracy()) : line)
        .toList();
  }
}
