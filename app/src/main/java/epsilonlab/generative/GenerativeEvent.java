package epsilonlab.generative;

import epsilonlab.model.Weights;

/**
 * What a training reports.
 *
 * @param <B> what is known after a batch
 * @param <R> what is known after an epoch
 */
public sealed interface GenerativeEvent<B, R> {
  /**
   * A batch was learnt.
   *
   * @param epochs done by now, for example 1.25
   */
  record BatchDone<B, R>(double epochs, B batch) implements GenerativeEvent<B, R> {}

  /**
   * What the network makes now, a few times a second.
   *
   * @param epochs done by now
   */
  record Glimpse<B, R>(double epochs, Pictures pictures) implements GenerativeEvent<B, R> {}

  /**
   * An epoch is over and the network has been tested. The first one, with epoch 0 and no record, is
   * the network before its training.
   *
   * @param epoch from 0 on
   * @param record null for epoch 0
   * @param pictures always from the same noise
   * @param weights after this epoch
   */
  record EpochDone<B, R>(int epoch, R record, Pictures pictures, Weights weights)
      implements GenerativeEvent<B, R> {}
}
