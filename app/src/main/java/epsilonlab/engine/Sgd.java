package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * Stochastic gradient descent with momentum, exactly as {@code torch.optim.SGD} computes it: v =
 * momentum v + g (+ weight decay w), w = w - rate v, and v = g at the first step.
 */
public final class Sgd implements Optimizer {
  private final NDManager manager;
  private final List<NDArray> weights;
  private final List<NDArray> velocities = new ArrayList<>();
  private final double momentum;
  private final double weightDecay;

  /** Starts with zero velocity. */
  public Sgd(Compute compute, List<NDArray> weights, double momentum, double weightDecay) {
    this.manager = compute.newManager();
    this.weights = List.copyOf(weights);
    this.momentum = momentum;
    this.weightDecay = weightDecay;
    for (NDArray weight : weights) {
      velocities.add(Tensors.keep(weight.zerosLike(), manager));
    }
  }

  @Override
  public void step(List<List<NDArray>> parts, int slice, double learningRate) {
    List<NDArray> gradients = Fused.sums(parts);
    for (int i = 0; i < weights.size(); i++) {
      NDArray weight = weights.get(i);
      NDArray velocity = velocities.get(i);
      velocity.muli(momentum).addi(gradients.get(i));
      if (weightDecay != 0) {
        try (NDArray decay = weight.mul(weightDecay)) {
          velocity.addi(decay);
        }
      }
      try (NDArray change = velocity.mul(learningRate)) {
        weight.subi(change);
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
