package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Changes weights by their gradients. Holds its own state and frees it when closed; DJL's
 * optimisers do neither as PyTorch does (notes-djl E, F, G). To be called on a compute thread.
 */
public interface Optimizer extends AutoCloseable {
  /** Into how many slices, each of some of every weight, a step is cut; see {@link #step}. */
  default int slices() {
    return 1;
  }

  /**
   * One slice of a step. All slices together are the step; they may be done at the same time.
   *
   * @param parts of the gradients, which are added in their order: in each, one for each weight, in
   *     the order of the weights; they may be changed
   * @param slice from 0 to {@link #slices()} - 1
   * @param learningRate of this step
   */
  void step(List<List<NDArray>> parts, int slice, double learningRate);

  @Override
  void close();
}
