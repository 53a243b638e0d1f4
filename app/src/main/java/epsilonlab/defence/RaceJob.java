package epsilonlab.defence;

import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Weights;
import epsilonlab.training.Training;
import epsilonlab.training.TrainingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Trains the same network by several methods from the same weights, an epoch each in turn, so that
 * they can be compared at any time. When it is cancelled it ends with what was trained so far.
 */
public final class RaceJob implements Job<RaceEvent, RaceResult> {
  /** On how many test images the networks are measured on the way, at most. */
  public static final int SAMPLE = SampleAccuracy.COUNT;

  private final Compute compute;
  private final DataSet data;
  private final RaceSettings settings;

  /** Checks nothing that the settings have not. */
  public RaceJob(Compute compute, DataSet data, RaceSettings settings) {
    this.compute = compute;
    this.data = data;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "Race of " + settings.architecture().title();
  }

  @Override
  public RaceResult run(JobContext<RaceEvent> context) {
    List<Racer> racers = new ArrayList<>();
    try (DeviceImages images = DeviceImages.upload(compute, data.train(), 0, data.train().size())) {
      try {
        Weights start = Training.freshWeights(settings.architecture(), settings.training());
        RaceClock clock = new RaceClock(settings, context);
        SampleAccuracy sample =
            new SampleAccuracy(
                compute, data.test(), settings.adversarial().epsilon(), settings.training().seed());
        for (TrainingMethod method : settings.methods()) {
          Training training =
              new Training(
                  compute,
                  data,
                  images,
                  settings.architecture(),
                  settings.training(),
                  settings.adversarial().with(method),
                  start);
          racers.add(new Racer(training, sample, clock, context));
        }
        return race(racers);
      } finally {
        racers.forEach(Racer::close);
      }
    }
  }

  private RaceResult race(List<Racer> racers) {
    boolean stopped = false;
    try {
      for (int epoch = 0; epoch < settings.training().epochs(); epoch++) {
        racers.forEach(Racer::epoch);
      }
    } catch (CancellationException cancelled) {
      stopped = true;
    }
    List<Trained> trained = new ArrayList<>();
    for (Racer racer : racers) {
      racer.result(stopped).ifPresent(trained::add);
    }
    return new RaceResult(
        trained,
        racers.stream().flatMap(racer -> racer.alarm().stream()).toList(),
        racers.stream().flatMap(racer -> racer.trouble().stream()).toList(),
        stopped);
  }
}
