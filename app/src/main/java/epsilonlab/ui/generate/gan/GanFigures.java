package epsilonlab.ui.generate.gan;

import epsilonlab.generative.GanBatch;
import epsilonlab.generative.GanEpoch;
import epsilonlab.report.GanCharts;
import epsilonlab.report.Readings;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import epsilonlab.ui.generate.run.ShownCourse;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The two charts of the shown training. Belongs to the FX thread; needs no screen. */
final class GanFigures {
  private static final Setting<Readings.On> IMAGES =
      Setting.of("gan.images", Readings.On.class, Readings.On.TRAINING);

  private final ShownCourse<GanBatch, GanEpoch> course;
  private final ObjectProperty<Readings.On> images = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Figure> losses = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Figure> beliefs = new ReadOnlyObjectWrapper<>();
  // one a training, so that its axis only grows
  private RunningRange range = new RunningRange();

  GanFigures(Settings settings, ShownCourse<GanBatch, GanEpoch> course) {
    this.course = course;
    images.set(settings.get(IMAGES));
    images.addListener(
        (property, before, now) -> {
          settings.set(IMAGES, now);
          anotherTraining();
        });
  }

  /** On which images the numbers were measured. */
  ObjectProperty<Readings.On> images() {
    return images;
  }

  /** The losses of the two players. */
  ReadOnlyObjectProperty<Figure> losses() {
    return losses.getReadOnlyProperty();
  }

  /** What the discriminator believes. */
  ReadOnlyObjectProperty<Figure> beliefs() {
    return beliefs.getReadOnlyProperty();
  }

  /** The axis of the losses begins anew. */
  void anotherTraining() {
    range = new RunningRange();
  }

  /** Draws the training as it is now. */
  void draw() {
    Readings<GanBatch, GanEpoch> readings = course.readings();
    losses.set(GanCharts.losses(readings, images.get(), range));
    beliefs.set(GanCharts.beliefs(readings, images.get()));
  }
}
