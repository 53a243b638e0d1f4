package epsilonlab.training;

import epsilonlab.model.Predictions;
import epsilonlab.model.Weights;

/** What a training run reports on the way. */
public sealed interface TrainingEvent {
  /**
   * A step was made.
   *
   * @param epochs how many epochs are done, with fraction
   * @param loss mean cross-entropy of the batch before the step
   * @param accuracy of the batch before the step, in [0, 1]
   */
  record BatchDone(double epochs, double loss, double accuracy) implements TrainingEvent {}

  /**
   * An epoch was finished and the network tested.
   *
   * @param record its figures
   * @param test what the network says of the test images
   * @param weights the weights now
   */
  record EpochDone(EpochRecord record, Predictions test, Weights weights)
      implements TrainingEvent {}
}
