package epsilonlab.defence;

import epsilonlab.training.TrainingEvent;
import epsilonlab.training.TrainingMethod;

/** What a race reports on the way. */
public sealed interface RaceEvent {
  /** Which method it is about. */
  TrainingMethod method();

  /** A batch was learnt. */
  record Batch(TrainingMethod method, TrainingEvent.BatchDone batch) implements RaceEvent {}

  /** The network was measured on the sample, in the middle of an epoch or at its end. */
  record Measured(TrainingMethod method, RobustPoint point) implements RaceEvent {}

  /** An epoch was finished; its {@link Measured} came before. */
  record EpochDone(TrainingMethod method, TrainingEvent.EpochDone epoch) implements RaceEvent {}

  /** The training went wrong in a way that its own accuracy hides. */
  record Rang(TrainingMethod method, Alarm alarm) implements RaceEvent {}

  /** The training exploded and left the race with what it had. */
  record Dropped(TrainingMethod method, String sentence) implements RaceEvent {}
}
