package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.Weights;

/**
 * A network that is being trained, batch by batch; whoever drives it looks after epochs, pausing
 * and cancelling.
 *
 * @param <B> what is known after a batch
 * @param <R> what is known after an epoch
 */
public interface Learner<B, R> extends AutoCloseable {
  /**
   * Learns a batch.
   *
   * @param order indices of training images on the device, int64
   * @param first the first place in {@code order} to learn
   * @param count how many
   * @param step the number of this batch, from 0 on: it splits the seed
   * @throws java.util.concurrent.CancellationException if it was cancelled while it waited
   */
  B learn(NDArray order, int first, int count, long step);

  /** One number of a batch that explodes when the training does. */
  double loss(B batch);

  /** The same after an epoch, on the test images. */
  double testLoss(R record);

  /** Whether pictures are wanted after each batch, as in step mode. */
  default boolean showsEveryBatch() {
    return false;
  }

  /**
   * Tests the network, and forgets the batches of the epoch.
   *
   * @param epoch its number, from 1 on
   * @param seconds that its training took
   */
  R epochDone(int epoch, double seconds);

  /** What the network makes of the fixed noise now. */
  Pictures pictures();

  /** The weights now. */
  Weights weights();

  @Override
  void close();
}
