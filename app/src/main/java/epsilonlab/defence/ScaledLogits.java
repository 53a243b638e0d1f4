package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;

/** A network whose logits are multiplied by a constant; its gradient goes through the product. */
final class ScaledLogits implements Network {
  private final Network bare;
  private final double factor;

  ScaledLogits(Network bare, double factor) {
    this.bare = bare;
    this.factor = factor;
  }

  @Override
  public String name() {
    return bare.name();
  }

  @Override
  public int classes() {
    return bare.classes();
  }

  @Override
  public NDArray logits(NDArray images) {
    return scaled(bare.logits(images));
  }

  @Override
  public InputGradient inputGradient(NDArray images, LogitsLoss loss) {
    InputGradient inside = bare.inputGradient(images, throughTheProduct(loss));
    return new InputGradient(inside.gradient(), scaled(inside.logits()));
  }

  private LogitsLoss throughTheProduct(LogitsLoss loss) {
    return new LogitsLoss() {
      @Override
      public NDArray value(NDArray logits) {
        return loss.value(scaled(logits));
      }

      @Override
      public NDArray gradient(NDArray logits) {
        return scaled(loss.gradient(scaled(logits)));
      }
    };
  }

  private NDArray scaled(NDArray array) {
    return array.mul(Tensors.scalar(array.getManager(), factor));
  }
}
