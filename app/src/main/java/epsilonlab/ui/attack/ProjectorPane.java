package epsilonlab.ui.attack;

import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.CurveChart;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The lower half in presenter mode: one chart of at most two curves, and one sentence. */
final class ProjectorPane extends Pane {
  /** The least height at which the chart can be read. */
  static final double LEAST = 200;

  private static final double HEAD = 32;
  private static final double GAP = 32;
  private static final double WORDS_SHARE = 424.0 / 1232;

  private final AttackViewModel model;
  private final MathLabel title =
      new MathLabel("Digits still right, against $ε$")
          .styled(TextStyle.Weight.SEMIBOLD, 2)
          .onOneLine();
  private final FigureView chart = new FigureView();
  private final Label words = new Label();

  ProjectorPane(AttackViewModel model, ObservableValue<FigureTheme> theme) {
    this.model = model;
    title.themeProperty().bind(theme);
    chart.themeProperty().bind(theme);
    chart.setId("projector-curves");
    words.setId("projector-words");
    words.getStyleClass().add("projector-words");
    words.setWrapText(true);
    words.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(title, chart, words);
    model.attacked().addListener((property, before, now) -> show());
    model.missing().addListener((property, before, now) -> show());
    model.many().measured().addListener((property, before, now) -> showChart());
    model.epsilon().addListener((property, before, now) -> showChart());
    model.curves().lines().addListener((property, before, now) -> showChart());
    visibleProperty()
        .addListener(
            (property, before, now) -> {
              show();
              showChart();
            });
  }

  /** The chart. */
  FigureView chart() {
    return chart;
  }

  /** The sentence. */
  Label words() {
    return words;
  }

  @Override
  protected void layoutChildren() {
    double wide = Math.floor(getWidth() * WORDS_SHARE);
    title.resizeRelocate(0, 0, getWidth() - wide, HEAD);
    chart.resizeRelocate(0, HEAD, getWidth() - wide - GAP, getHeight() - HEAD);
    words.resizeRelocate(getWidth() - wide, HEAD, wide, getHeight() - HEAD);
  }

  private void show() {
    if (isVisible()) {
      AttackedImage now = model.attacked().get();
      words.setText(PlainWords.forProjector(model, now));
    }
  }

  private void showChart() {
    if (isVisible()) {
      String marked = model.curves().markedLine();
      chart.setFigure(
          CurveChart.named(two(marked), model.scale().most(), model.epsilon().get(), marked));
    }
  }

  /** The marked line, and beside it one of another model if there is one. */
  private List<CurveChart.Line> two(String marked) {
    List<CurveChart.Line> all = AnswersPane.linesWithMeasured(model);
    List<CurveChart.Line> two = new ArrayList<>();
    all.stream().filter(line -> line.name().equals(marked)).forEach(two::add);
    if (!two.isEmpty()) {
      String architecture = two.get(0).architecture();
      all.stream()
          .filter(line -> !line.architecture().equals(architecture))
          .findFirst()
          .ifPresent(two::add);
    }
    all.stream().filter(line -> !two.contains(line)).forEach(two::add);
    return two;
  }
}
