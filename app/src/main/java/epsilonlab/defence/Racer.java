package epsilonlab.defence;

import epsilonlab.job.JobContext;
import epsilonlab.training.Training;
import epsilonlab.training.TrainingDiverged;
import epsilonlab.training.TrainingEvent;
import epsilonlab.training.TrainingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** One training of a race, with what is measured and noticed on the way. */
final class Racer implements AutoCloseable {
  // so that a short race draws lines, not dots
  private static final double PART_OF_EPOCH = 1.0 / 6;

  private final Training training;
  private final TrainingMethod method;
  private final SampleAccuracy sample;
  private final RaceClock clock;
  private final JobContext<RaceEvent> context;
  private final List<RobustPoint> points = new ArrayList<>();
  private double epochsDone;
  private double nextMeasure;
  private Alarm alarm;
  private String trouble;

  Racer(Training training, SampleAccuracy sample, RaceClock clock, JobContext<RaceEvent> context) {
    this.training = training;
    this.method = training.adversarial().method();
    this.sample = sample;
    this.clock = clock;
    this.context = context;
  }

  /** Does one epoch, unless the training has exploded. */
  void epoch() {
    if (trouble != null) {
      return;
    }
    try {
      training.epoch(new Driver());
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (TrainingDiverged diverged) {
      drop(diverged.getMessage());
      return;
    } catch (RuntimeException failure) {
      // the others, and the epochs of this one before, must not be lost with it
      drop("its training failed (" + failure.getMessage() + "); it left the race.");
      return;
    }
    RobustPoint point = measure();
    points.add(point);
    context.emit(new RaceEvent.EpochDone(method, training.lastEpoch()));
    if (alarm == null) {
      Alarm.look(method, points.size(), training.ramp(), point)
          .ifPresent(
              rang -> {
                alarm = rang;
                context.emit(new RaceEvent.Rang(method, rang));
              });
    }
  }

  private void drop(String sentence) {
    trouble = method.title() + ": " + sentence;
    context.emit(new RaceEvent.Dropped(method, trouble));
  }

  private RobustPoint measure() {
    long began = System.nanoTime();
    RobustPoint point = sample.of(training.classifier(), epochsDone);
    clock.measured(System.nanoTime() - began);
    context.emit(new RaceEvent.Measured(method, point));
    return point;
  }

  private final class Driver implements Training.Driver {
    @Override
    public void beforeBatch() {
      context.check();
      // the network as it is before this batch: fresh at first, and never at the end of an epoch
      if (epochsDone >= nextMeasure && clock.mayMeasure()) {
        if (epochsDone > training.epochs()) {
          measure();
        }
        nextMeasure = epochsDone + PART_OF_EPOCH;
      }
    }

    @Override
    public void afterBatch(TrainingEvent.BatchDone batch) {
      clock.learnt(method, batch.epochs() - epochsDone);
      epochsDone = batch.epochs();
      context.emit(new RaceEvent.Batch(method, batch));
    }
  }

  /** What it leaves; nothing if it has made no step. */
  Optional<Trained> result(boolean stopped) {
    if (epochsDone == 0 || trouble != null && training.lastEpoch() == null) {
      return Optional.empty();
    }
    boolean whole = trouble != null || epochsDone == training.epochs();
    return Optional.of(
        new Trained(
            training.adversarial(),
            whole ? training.result(Double.NaN, stopped) : training.stopped(),
            List.copyOf(points)));
  }

  Optional<Alarm> alarm() {
    return Optional.ofNullable(alarm);
  }

  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  @Override
  public void close() {
    training.close();
  }
}
