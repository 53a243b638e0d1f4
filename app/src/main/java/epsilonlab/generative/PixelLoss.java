package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.TorchScript;
import java.util.List;

/**
 * The binary cross-entropy of logits against targets in [0, 1], -t log s(l) - (1 - t) log(1 -
 * s(l)), summed, and its gradient s(l) - t, in one call and without overflow. On compute threads.
 */
final class PixelLoss {
  private static final String TEXT =
      """
        def loss(self: __torch__.Functions, logits: Tensor, targets: Tensor) -> Tensor:
          return torch.binary_cross_entropy_with_logits(logits, targets, None, None, 2)
        def both(self: __torch__.Functions, logits: Tensor, targets: Tensor, scale: float) -> List[Tensor]:
          loss = torch.binary_cross_entropy_with_logits(logits, targets, None, None, 2)
          gradient = torch.mul_(torch.sub_(torch.sigmoid(logits), targets), scale)
          return [loss, gradient]
      """;

  private static final class Functions {
    static final TorchScript SCRIPT = TorchScript.compile(TEXT);
  }

  /**
   * The loss and its gradient.
   *
   * @param loss summed over all values
   * @param gradient of the logits' shape, scaled
   */
  record Both(double loss, NDArray gradient) {}

  private PixelLoss() {}

  /** The sum over all values. */
  static double sum(NDArray logits, NDArray targets) {
    return Functions.SCRIPT.array("loss", logits.getManager(), logits, targets).getFloat();
  }

  /**
   * The sum and its gradient by the logits.
   *
   * @param scale multiplies the gradient
   */
  static Both withGradient(NDArray logits, NDArray targets, double scale) {
    List<NDArray> both =
        Functions.SCRIPT.arrays("both", logits.getManager(), logits, targets, scale);
    return new Both(both.get(0).getFloat(), both.get(1));
  }
}
