package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Changes weights by their gradients. Holds its own state and frees it when closed; DJL's
 * optimisers do neither as PyTorch does (notes-djl E, F, G). To be called on a compute thread.
 */
public interface Optimizer extends AutoCloseable {
  /**
   * One step.
   *
   * @param gradients one for each weight, in the order of the weights; not changed
   * @param learningRate of this step
   */
  void step(List<NDArray> gradients, double learningRate);

  @Override
  void close();
}
