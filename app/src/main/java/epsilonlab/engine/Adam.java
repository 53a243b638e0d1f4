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
  // below so many weights a second thread costs more than it brings
  private static final long ONE_SLICE = 50_000;
  private static final int SLICES = 2;

  private final NDManager manager;
  private final List<NDArray> weights;
  private final List<NDArray> means = new ArrayList<>();
  private final List<NDArray> squares = new ArrayList<>();
  private final int slices;
  private final double weightDecay;
  // for each slice the number of its steps, as often as there are weights
  private final List<List<NDArray>> steps = new ArrayList<>();

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
    // whatever the number of threads: where a slice ends decides the last bit of a rounding
    slices = weights.stream().mapToLong(NDArray::size).sum() > ONE_SLICE ? SLICES : 1;
    for (int slice = 0; slice < slices; slice++) {
      NDArray count = Tensors.keep(manager.zeros(new Shape()), manager);
      steps.add(Collections.nCopies(weights.size(), count));
    }
  }

  @Override
  public int slices() {
    return slices;
  }

  @Override
  public void step(List<List<NDArray>> parts, int slice, double learningRate) {
    List<NDArray> own = steps.get(slice);
    own.get(0).addi(1);
    List<NDArray> gradients = parts.stream().flatMap(List::stream).toList();
    Fused.adam(weights, gradients, means, squares, own, slice, slices, learningRate, weightDecay);
  }

  @Override
  public void close() {
    manager.close();
  }
}
