package epsilonlab.privacy.dpsgd;

import epsilonlab.model.Weights;

/** What private training reports on the way. */
public sealed interface DpSgdEvent {
  /**
   * A step was made.
   *
   * @param epochs how many epochs are done, with fraction
   * @param loss mean cross-entropy of the images that took part, before the step; NaN if none did
   */
  record StepDone(double epochs, double loss) implements DpSgdEvent {}

  /**
   * An epoch was finished and the network tested.
   *
   * @param weights the weights now
   */
  record EpochDone(DpSgdEpoch record, Weights weights) implements DpSgdEvent {}
}
