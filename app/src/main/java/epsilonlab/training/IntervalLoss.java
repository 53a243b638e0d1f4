package epsilonlab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.Losses;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.Dropout;
import epsilonlab.engine.layer.Interval;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.Architecture;
import epsilonlab.model.Parameters;
import java.util.List;

/**
 * The loss of interval bound propagation: kappa times the cross-entropy of the logits, plus 1 -
 * kappa times that of the worst logits that the bounds allow anywhere in the ball. It is never
 * below the loss under any attack there, so that what it trains can be certified. Gowal et al., "On
 * the Effectiveness of Interval Bound Propagation for Training Verifiably Robust Models" (2018).
 *
 * <p>Nothing is dropped out: bounds and logits are those of one and the same network.
 *
 * @param architecture the kind of network
 * @param epsilon the radius of the ball in every pixel, in [0, 1]
 * @param kappa the weight of the clean term, in [0, 1]
 */
public record IntervalLoss(Architecture architecture, double epsilon, double kappa) {
  /**
   * The loss of a batch and its gradients by the weights, by autograd. To be called on a compute
   * thread.
   *
   * @param weights in the order of the architecture's shapes; they are not changed
   * @param images N x 1 x 28 x 28, in [0, 1]
   * @param labels N, int64
   * @param scale multiplies the gradients, for example 1 / N for the mean
   * @param owner the manager of the gradients
   * @return the sum of the losses, how many clean answers are right, and the gradients
   */
  public LayerScript.BatchGradients gradients(
      List<NDArray> weights, NDArray images, NDArray labels, double scale, NDManager owner) {
    long[] right = new long[1];
    double[] sum = new double[1];
    Gradients.Result result =
        Gradients.of(
            weights,
            leaves -> {
              Parameters parameters = Parameters.named(architecture, leaves);
              NDArray logits = architecture.logits(parameters, images, Dropout.NONE);
              right[0] = logits.argMax(1).eq(labels).sum().getLong();
              NDArray loss = mixed(parameters, logits, images, labels);
              sum[0] = loss.getFloat();
              return loss.mul(Tensors.scalar(images.getManager(), scale));
            });
    result.gradients().forEach(gradient -> Tensors.keep(gradient, owner));
    return new LayerScript.BatchGradients(sum[0], right[0], result.gradients());
  }

  private NDArray mixed(Parameters weights, NDArray logits, NDArray images, NDArray labels) {
    Interval ball = Interval.around(images, epsilon);
    // a softmax does not change where the label's logit is taken from all of them
    NDArray worst = architecture.excessBounds(weights, ball, labels);
    NDManager manager = images.getManager();
    return Losses.crossEntropy(logits, labels)
        .sum()
        .mul(Tensors.scalar(manager, kappa))
        .add(Losses.crossEntropy(worst, labels).sum().mul(Tensors.scalar(manager, 1 - kappa)));
  }
}
