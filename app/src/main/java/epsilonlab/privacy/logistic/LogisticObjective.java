package epsilonlab.privacy.logistic;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.TorchScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The objective of multinomial logistic regression: mean cross-entropy of softmax(W x + b) against
 * target distributions plus |W|^2 / (2 C n). The bias is not penalised. The point is W (classes x
 * features, row by row), then b.
 *
 * <p>The images stay on the device, in parts that fit a core's cache, so that one evaluation reads
 * each of them once; sums are added in a fixed order and in double precision.
 */
public final class LogisticObjective implements Objective, AutoCloseable {
  private static final int PART = 500;

  private static final String TEXT =
      """
        def part(self: __torch__.Functions, x: Tensor, targets: Tensor, p: Tensor, classes: int) -> Tensor:
          features = torch.size(x, 1)
          weights = torch.mul(classes, features)
          w = torch.reshape(torch.slice(p, 0, 0, weights), [classes, features])
          b = torch.slice(p, 0, weights, torch.add(weights, classes))
          logs = torch.log_softmax(torch.to(torch.linear(x, w, b), 7), 1)
          loss = torch.neg(torch.sum(torch.mul(logs, targets)))
          residual = torch.sub(torch.exp(logs), targets)
          gw = torch.matmul(torch.t(torch.to(residual, 6)), x)
          flat = torch.to(torch.flatten(gw), 7)
          return torch.cat([torch.reshape(loss, [1]), flat, torch.sum(residual, [0])])
      """;

  private static final class Functions {
    static final TorchScript SCRIPT = TorchScript.compile(TEXT);
  }

  private final Compute compute;
  private final NDManager manager;
  private final List<NDArray> images = new ArrayList<>();
  private final List<NDArray> targets = new ArrayList<>();
  private final int count;
  private final int features;
  private final int classes;
  private final double penalty;

  /**
   * Copies the images to the device.
   *
   * @param rows n x features
   * @param distributions n x classes, each row adding up to 1
   * @param regularisation C above 0; infinity for none
   */
  public LogisticObjective(
      Compute compute, float[] rows, double[] distributions, int count, double regularisation) {
    this.compute = compute;
    this.count = count;
    this.features = rows.length / count;
    this.classes = distributions.length / count;
    this.penalty = 1 / (regularisation * count);
    this.manager = compute.newManager();
    compute.call(
        () -> {
          for (int from = 0; from < count; from += PART) {
            int end = Math.min(count, from + PART);
            float[] some = Arrays.copyOfRange(rows, from * features, end * features);
            images.add(Tensors.keep(Tensors.of(manager, some, end - from, features), manager));
            double[] own = Arrays.copyOfRange(distributions, from * classes, end * classes);
            try (NDArray buffered = manager.create(own, new Shape(end - from, classes))) {
              targets.add(Tensors.keep(buffered.duplicate(), manager));
            }
          }
          return null;
        });
  }

  /** The length of a point: weights and biases. */
  public int dimension() {
    return classes * (features + 1);
  }

  @Override
  public double at(double[] x, double[] gradient) {
    float[] point = new float[x.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = (float) x[i];
    }
    List<double[]> parts =
        compute.map(
            images.size(),
            part -> {
              NDArray p = Tensors.of(manager, point, point.length);
              return Functions.SCRIPT
                  .array("part", manager, images.get(part), targets.get(part), p, (long) classes)
                  .toDoubleArray();
            });
    double loss = 0;
    Arrays.fill(gradient, 0);
    for (double[] part : parts) {
      loss += part[0];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += part[i + 1];
      }
    }
    double squares = 0;
    int weights = classes * features;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] /= count;
      if (i < weights) {
        squares += x[i] * x[i];
        gradient[i] += penalty * x[i];
      }
    }
    return loss / count + penalty * squares / 2;
  }

  @Override
  public void close() {
    manager.close();
  }
}
