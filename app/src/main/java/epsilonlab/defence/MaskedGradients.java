package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;

/**
 * A saturating first layer: a smooth staircase of very steep sigmoids. Differentiable everywhere,
 * but flat nearly everywhere: the masked gradients of Papernot et al., "Practical Black-Box Attacks
 * against Machine Learning" (2017).
 */
final class MaskedGradients implements Defence {
  /** The staircase, from 0 to 1. */
  record Staircase(int steps, double steepness) implements Preprocessing {
    @Override
    public NDArray apply(NDArray images) {
      NDArray scale = Tensors.scalar(images.getManager(), steps);
      NDArray steep = Tensors.scalar(images.getManager(), steepness);
      NDArray half = Tensors.scalar(images.getManager(), 0.5);
      NDArray place = images.mul(scale);
      NDArray floor = place.floor();
      NDArray edge = place.sub(floor).sub(half).mul(steep);
      return floor.add(Activation.sigmoid(edge)).div(scale);
    }
  }

  private static final Staircase STAIRCASE = new Staircase(15, 5000);

  @Override
  public String id() {
    return "masked-gradients";
  }

  @Override
  public String title() {
    return "Masked gradients";
  }

  @Override
  public String sentence() {
    return "Puts a very steep staircase of sigmoids, nearly flat between its steps, before the"
        + " network.";
  }

  @Override
  public String paper() {
    return "Papernot et al., Practical Black-Box Attacks against Machine Learning (2017)";
  }

  @Override
  public String adaptiveAttack() {
    return "transfer from the bare network";
  }

  @Override
  public String weakness() {
    return "The gradient vanishes in nearly every pixel, but the answers hardly change; images made"
        + " for the network without the staircase, or by asking alone (Square), fool it.";
  }

  @Override
  public Network defend(Network bare, Seed draws) {
    return new Preprocessed(bare, STAIRCASE);
  }

  @Override
  public AdaptiveAttack adaptive(Network bare, Seed draws) {
    return AdaptiveAttack.pgd(bare);
  }
}
