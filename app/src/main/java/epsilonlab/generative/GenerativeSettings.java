package epsilonlab.generative;

import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.model.Weights;
import java.util.Map;

/**
 * How one kind of generative network is trained; checked when it is made.
 *
 * @param <B> what is known after a batch
 * @param <R> what is known after an epoch
 */
public interface GenerativeSettings<B, R> {
  /** The network. */
  GenerativeNetwork network();

  /** Images a step. */
  int batch();

  /** Passes over the training images. */
  int epochs();

  /** Of everything random. */
  long seed();

  /** Of the optimiser, at the start. */
  double learningRate();

  /** The same with other epochs. */
  GenerativeSettings<B, R> withEpochs(int other);

  /** Every setting by its name on the command line. */
  Map<String, Object> toMap();

  /** The weights that a training starts from. */
  default Weights freshWeights() {
    return network().initialWeights(Seed.of(seed()).split("weights"));
  }

  /**
   * What learns.
   *
   * @param train the training images on the device
   * @param data both parts, for the tests
   */
  Learner<B, R> learner(Compute compute, DeviceImages train, DataSet data, Weights start);
}
