package epsilonlab.ui.train;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.settings.Settings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The two charts of the shown training. Belongs to the FX thread; needs no screen. */
final class TrainCharts {
  private final BooleanProperty logScale = new SimpleBooleanProperty();
  private final BooleanProperty closeUp = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Figure> loss = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Figure> accuracy = new ReadOnlyObjectWrapper<>();

  private TrainingRun run;
  private long version = -1;
  // one a run, so that its axis only grows
  private RunningRange range = new RunningRange();

  TrainCharts(Settings settings) {
    logScale.set(settings.get(TrainSettings.LOG_SCALE));
    closeUp.set(settings.get(TrainSettings.CLOSE_UP));
    logScale.addListener(
        (property, before, now) -> {
          settings.set(TrainSettings.LOG_SCALE, now);
          draw();
        });
    closeUp.addListener(
        (property, before, now) -> {
          settings.set(TrainSettings.CLOSE_UP, now);
          draw();
        });
  }

  /** Whether the loss has a logarithmic axis. */
  BooleanProperty logScale() {
    return logScale;
  }

  /** Whether the accuracy is shown from 90 % on. */
  BooleanProperty closeUp() {
    return closeUp;
  }

  /** Null before the first training. */
  ReadOnlyObjectProperty<Figure> loss() {
    return loss.getReadOnlyProperty();
  }

  /** Null before the first training. */
  ReadOnlyObjectProperty<Figure> accuracy() {
    return accuracy.getReadOnlyProperty();
  }

  /** Shows a training as it is now, or nothing. */
  void show(TrainingRun now) {
    if (now != run) {
      run = now;
      version = -1;
      range = new RunningRange();
    }
    if (run != null && run.history().version() != version) {
      draw();
    }
  }

  private void draw() {
    if (run == null) {
      return;
    }
    TrainingHistory.Curves curves = run.history().curves();
    version = curves.version();
    Hue colour = TrainFigures.colour(run.plan().architecture());
    boolean stopped = run.kept() != null && curves.now() < run.plan().epochsInAll();
    double epochs = stopped ? Math.ceil(curves.now()) : run.plan().epochsInAll();
    loss.set(TrainFigures.loss(curves, colour, epochs, range, logScale.get()));
    accuracy.set(TrainFigures.accuracy(curves, colour, epochs, closeUp.get()));
  }
}
