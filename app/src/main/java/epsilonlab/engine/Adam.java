package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Adam (Kingma and Ba, 2015) as PyTorch's fused {@code torch.optim.Adam} computes it, with beta 0.9
 * and 0.999, epsilon 1e-8 added to the square root after the bias correction, and weight decay
 * added to the gradient.
 */
public final class Adam implements Optimizer {
  private final NDManager manager;
  private final List<NDArray> weights;
  private final List<NDArray> means = new ArrayList<>();
  private final List<NDArray> squares = new ArrayList<>();
  private final double weightDecay;
  // the same array for each weight
  private final List<NDArray> steps;

  /**
   * @param compute where the state lives
   * @param weights the arrays to change
   */
  public Adam(Compute compute, List<NDArray> weights, double weightDecay) {
    this.manager = compute.newManager();
    this.weights = List.copyOf(weights);
    this.weightDecay = weightDecay;
    for (NDArray weight : weights) {
      means.add(Tensors.keep(weight.zerosLike(), manager));
      squares.add(Tensors.keep(weight.zerosLike(), manager));
    }
    NDArray step = Tensors.keep(manager.zeros(new Shape()), manager);
    steps = Collections.nCopies(weights.size(), step);
  }

  @Override
  public void step(List<List<NDArray>> parts, double learningRate) {
    steps.get(0).addi(1);
    Fused.adam(
        weights,
        parts.stream().flatMap(List::stream).toList(),
        means,
        squares,
        steps,
        learningRate,
        weightDecay);
  }

  @Override
  public void close() {
    manager.close();
  }
}
