package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.TorchScript;

/**
 * The losses of the two players on the discriminator's logits, and their gradients. On compute
 * threads.
 */
final class GanLoss {
  private static final String TEXT =
      """
        def score(self: __torch__.Functions, logits: Tensor, target: float) -> Tensor:
          targets = torch.full_like(logits, target)
          loss = torch.binary_cross_entropy_with_logits(logits, targets, None, None, 2)
          return torch.stack([loss, torch.sum(torch.sigmoid(logits))])
        def gradient(self: __torch__.Functions, logits: Tensor, target: float, scale: float) -> Tensor:
          return torch.mul_(torch.sub_(torch.sigmoid(logits), target), scale)
      """;

  private static final class Functions {
    static final TorchScript SCRIPT = TorchScript.compile(TEXT);
  }

  /**
   * Sums over some logits.
   *
   * @param loss binary cross-entropy against a target
   * @param probability of being real
   */
  record Score(double loss, double probability) {}

  private GanLoss() {}

  /**
   * How the discriminator judges.
   *
   * @param target 1 for "real", 0 for "generated"
   */
  static Score score(NDArray logits, double target) {
    float[] both =
        Functions.SCRIPT.array("score", logits.getManager(), logits, target).toFloatArray();
    return new Score(both[0], both[1]);
  }

  /** The gradient of {@link #score}'s loss by the logits, scaled. */
  static NDArray gradient(NDArray logits, double target, double scale) {
    return Functions.SCRIPT.array("gradient", logits.getManager(), logits, target, scale);
  }
}
