package epsilonlab.defence;

import epsilonlab.job.JobContext;
import epsilonlab.training.TrainingMethod;

/** How far a race is, and how much of its time went into measuring instead of training. */
final class RaceClock {
  // at the end of an epoch a network is measured in any case
  private static final double MEASURING_SHARE = 0.08;

  private final RaceSettings settings;
  private final JobContext<?> context;
  private final long began = System.nanoTime();
  private long measuring;
  private double passesDone;

  RaceClock(RaceSettings settings, JobContext<?> context) {
    this.settings = settings;
    this.context = context;
  }

  /** A method has learnt a part of an epoch. */
  void learnt(TrainingMethod method, double epochs) {
    passesDone += epochs * settings.passes(method);
    context.progress(passesDone / (settings.passes() * settings.training().epochs()));
  }

  /** Whether there is time to measure in the middle of an epoch. */
  boolean mayMeasure() {
    return measuring < MEASURING_SHARE * (System.nanoTime() - began);
  }

  void measured(long nanos) {
    measuring += nanos;
  }
}
