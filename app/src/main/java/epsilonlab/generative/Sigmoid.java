package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.TorchScript;

/** The pixels that logits stand for, s(l) = 1 / (1 + exp(-l)); on compute threads. */
final class Sigmoid {
  // 1 - s(l) as s(-l), for the difference rounds to 0 where a pixel is almost white
  private static final String TEXT =
      """
        def value(self: __torch__.Functions, logits: Tensor) -> Tensor:
          return torch.sigmoid(logits)
        def backward(self: __torch__.Functions, logits: Tensor, gradient: Tensor) -> Tensor:
          slope = torch.mul_(torch.sigmoid(logits), torch.sigmoid(torch.neg(logits)))
          return torch.mul_(slope, gradient)
      """;

  private static final class Functions {
    static final TorchScript SCRIPT = TorchScript.compile(TEXT);
  }

  private Sigmoid() {}

  /** The pixels, inside or outside a graph. */
  static NDArray of(NDArray logits) {
    return Gradients.isRecording()
        ? Activation.sigmoid(logits)
        : Functions.SCRIPT.array("value", logits.getManager(), logits);
  }

  /** The gradient by the logits, from that by the pixels; outside a graph. */
  static NDArray backward(NDArray logits, NDArray gradient) {
    return Functions.SCRIPT.array("backward", logits.getManager(), logits, gradient);
  }
}
