package epsilonlab.ui.generate.vae;

import epsilonlab.generative.VaeBatch;
import epsilonlab.generative.VaeEpoch;
import epsilonlab.report.Readings;
import epsilonlab.report.VaeCharts;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.settings.Setting;
import epsilonlab.ui.generate.run.ShownCourse;
import epsilonlab.ui.generate.run.TrainingCourse;
import epsilonlab.ui.generate.run.Trainings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The two charts of the shown training. Belongs to the FX thread; needs no screen. */
final class VaeFigures {
  private static final Setting<Boolean> TRAINING =
      Setting.of("vae.chart-training", Boolean.class, false);

  private final Trainings<VaeBatch, VaeEpoch> trainings;
  private final ShownCourse<VaeBatch, VaeEpoch> shown;
  private final BooleanProperty training = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Figure> loss = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Figure> divergence = new ReadOnlyObjectWrapper<>();
  private TrainingCourse<VaeBatch, VaeEpoch> course;
  // one a training, so that its axis only grows
  private RunningRange range = new RunningRange();

  VaeFigures(VaeViewModel model) {
    this.trainings = model.trainings();
    this.shown = model.course();
    training.set(model.session().settings().get(TRAINING));
    training.addListener(
        (property, before, now) -> {
          model.session().settings().set(TRAINING, now);
          draw();
        });
    trainings.version().addListener((property, before, now) -> draw());
    shown.lookedAt().epoch().addListener((property, before, now) -> draw());
    shown.lookedAt().last().addListener((property, before, now) -> draw());
  }

  /** Whether the charts are of the training images, as they were learnt, not of the test set. */
  BooleanProperty training() {
    return training;
  }

  /** Loss and reconstruction; null before the first training. */
  ReadOnlyObjectProperty<Figure> loss() {
    return loss.getReadOnlyProperty();
  }

  /** The KL divergence; null before the first training. */
  ReadOnlyObjectProperty<Figure> divergence() {
    return divergence.getReadOnlyProperty();
  }

  private void draw() {
    TrainingCourse<VaeBatch, VaeEpoch> now = shown.course();
    if (now == null) {
      return;
    }
    if (now != course) {
      course = now;
      range = new RunningRange();
    }
    Readings<VaeBatch, VaeEpoch> all = shown.readings();
    // the end needs no line
    double marked = shown.lookedAt().live().get() ? Double.NaN : all.now();
    Readings<VaeBatch, VaeEpoch> readings =
        new Readings<>(all.batches(), all.epochs(), marked, all.last());
    Readings.On images = training.get() ? Readings.On.TRAINING : Readings.On.TEST;
    // its legend stands in the heading
    loss.set(VaeCharts.loss(readings, images).toBuilder().legend(LineChart.Legend.NONE).build());
    divergence.set(VaeCharts.divergence(readings, images, range));
  }
}
