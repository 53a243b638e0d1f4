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
   * @param parts of the gradients, which are added in their order: in each, one for each weight, in
   *     the order of the weights; they may be changed
   * @param learningRate of this step
   */
  void step(List<List<NDArray>> parts, double learningRate);

  @Override
  void close();
}
