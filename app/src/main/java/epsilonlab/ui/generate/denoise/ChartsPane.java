package epsilonlab.ui.generate.denoise;

import epsilonlab.defence.purify.PurifierCurves;
import epsilonlab.generative.DenoisingBatch;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MarkedChart;
import epsilonlab.ui.generate.run.GenerativeRun;
import epsilonlab.ui.generate.run.LookedAt;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The loss, and beside it what the autoencoder is worth as a defence. */
final class ChartsPane extends HBox {
  private static final double LOSS_SHARE = 240.0 / 656;

  private final LabServices services;
  private final DenoiseViewModel model;
  private final ObservableValue<FigureTheme> theme;
  private final FigureView loss = new FigureView();
  private final FigureView defence = new FigureView();

  ChartsPane(LabServices services, DenoiseViewModel model, ObservableValue<FigureTheme> theme) {
    super(24);
    this.services = services;
    this.model = model;
    this.theme = theme;
    LookedAt lookedAt = model.course().lookedAt();
    MarkedChart losses =
        new MarkedChart(
            loss,
            "Epoch that is looked at",
            epoch -> lookedAt.lookAt((int) Math.round(epoch)),
            lookedAt::move);
    MarkedChart curves =
        new MarkedChart(
            defence,
            "Epsilon, the largest change of a pixel",
            model.defence()::set,
            model.defence()::move);
    VBox left = chart("Loss", "cross-entropy a digit", loss, losses, "loss");
    VBox right =
        chart("As a defence", "% right under PGD, 40 steps", defence, curves, "as-a-defence");
    left.prefWidthProperty().bind(widthProperty().subtract(24).multiply(LOSS_SHARE));
    right.prefWidthProperty().bind(widthProperty().subtract(24).multiply(1 - LOSS_SHARE));
    getChildren().addAll(left, right);
    lookedAt.epoch().addListener((property, before, now) -> showLoss());
    model.trainings().version().addListener((property, before, now) -> showLoss());
    model.trainings().shown().addListener((property, before, now) -> showLoss());
    model.inView().opened().addListener((property, before, now) -> showLoss());
    model.defence().curves().addListener((property, before, now) -> showDefence());
    model.defence().epsilon().addListener((property, before, now) -> showDefence());
    model.defence().running().addListener((property, before, now) -> showDefence());
    model.session().model().addListener((property, before, now) -> showDefence());
    showLoss();
    showDefence();
  }

  private VBox chart(String title, String remark, FigureView view, MarkedChart chart, String name) {
    view.themeProperty().bind(theme);
    view.setId("denoise-" + name);
    view.setMinHeight(0);
    chart.setId("denoise-" + name + "-chart");
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox all = new VBox(Parts.heading(title, remark, Parts.menu(services, view, name)), chart);
    all.setMinWidth(0);
    return all;
  }

  private void showLoss() {
    loss.setFigure(lossFigure(model));
  }

  private void showDefence() {
    defence.setFigure(defenceFigure(model));
  }

  /** The losses of the shown training; an opened autoencoder has none. */
  static LineChart lossFigure(DenoiseViewModel model) {
    GenerativeRun<DenoisingBatch, DenoisingEpoch> run = model.trainings().shown().get();
    if (run == null || model.inView().opened().get() != null) {
      String sentence =
          run == null && model.inView().opened().get() == null
              ? "The lines begin with a training."
              : "The library keeps no losses.";
      return DenoiseFigures.noLoss(sentence);
    }
    LookedAt lookedAt = model.course().lookedAt();
    double marker = lookedAt.live().get() ? Double.NaN : lookedAt.epoch().get();
    return DenoiseFigures.loss(run.course(), marker, lookedAt.last().get());
  }

  /** The three curves as far as they are known. */
  static LineChart defenceFigure(DenoiseViewModel model) {
    PurifierCurves curves = model.defence().curves().get();
    ModelEntry classifier = model.session().model().get();
    Hue hue = classifier == null ? FigureTheme::muted : SeriesColours.of(classifier.card());
    String empty =
        model.defence().running().get()
            ? "The lines begin with the first size."
            : "“Attack it as a defence” measures three curves.";
    return DenoiseFigures.defence(curves, hue, model.defence().epsilon().get(), empty);
  }
}
