package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba, 2015) exactly as {@code torch.optim.Adam} computes it, with beta 0.9 and
 * 0.999, epsilon 1e-8 added to the square root after the bias correction, and weight decay added to
 * the gradient.
 */
public final class Adam implements Optimizer {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final NDManager manager;
  private final List<NDArray> weights;
  private final List<NDArray> means = new ArrayList<>();
  private final List<NDArray> squares = new ArrayList<>();
  private final double weightDecay;
  private int steps;

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
  }

  @Override
  public void step(List<NDArray> gradients, double learningRate) {
    steps++;
    double correction1 = 1 - Math.pow(BETA1, steps);
    double correction2 = Math.sqrt(1 - Math.pow(BETA2, steps));
    // DJL's native update has no bias correction: it goes into the rate and the epsilon
    float rate = (float) (learningRate * correction2 / correction1);
    float epsilon = (float) (EPSILON * correction2);
    for (int i = 0; i < weights.size(); i++) {
      JniUtils.adamUpdate(
          (PtNDArray) weights.get(i),
          (PtNDArray) gradients.get(i),
          (PtNDArray) means.get(i),
          (PtNDArray) squares.get(i),
          (float) learningRate,
          rate,
          (float) weightDecay,
          1f,
          -1f,
          (float) BETA1,
          (float) BETA2,
          epsilon,
          false);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
