package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;

/**
 * Adds a small fast ripple to every pixel's value. The gradient is there, is large and is right,
 * but only for the next thousandth: the incorrect gradients among the shattered ones of Athalye,
 * Carlini and Wagner, "Obfuscated Gradients Give a False Sense of Security" (2018).
 */
final class ShatteredGradients implements Defence {
  /**
   * x - steepness sin(2 pi frequency x) / (2 pi frequency): never further from x than steepness /
   * (2 pi frequency), with the derivative 1 - steepness cos(2 pi frequency x).
   */
  record Ripple(double frequency, double steepness) implements Preprocessing {
    @Override
    public NDArray apply(NDArray images) {
      double turn = 2 * Math.PI * frequency;
      NDArray angle = images.mul(Tensors.scalar(images.getManager(), turn));
      return images.sub(angle.sin().mul(Tensors.scalar(images.getManager(), steepness / turn)));
    }
  }

  // no multiple of a usual step size, so that every step lands elsewhere on the ripple
  private static final Ripple RIPPLE = new Ripple(601.3, 30);

  @Override
  public String id() {
    return "shattered-gradients";
  }

  @Override
  public String title() {
    return "Shattered gradients";
  }

  @Override
  public String sentence() {
    return "Adds a ripple to every pixel's value, fast but nowhere larger than 0.008.";
  }

  @Override
  public String paper() {
    return Papers.OBFUSCATED;
  }

  @Override
  public String adaptiveAttack() {
    return "BPDA (identity backward)";
  }

  @Override
  public String weakness() {
    return "The slope of the ripple drowns the slope of the network, so a gradient's sign is that of"
        + " a coin; the ripple itself is small, so BPDA differentiates as if it were not there.";
  }

  @Override
  public Network defend(Network bare, Seed draws) {
    return new Preprocessed(bare, RIPPLE);
  }

  @Override
  public AdaptiveAttack adaptive(Network bare, Seed draws) {
    return AdaptiveAttack.bpda(bare, RIPPLE, Preprocessing.IDENTITY);
  }
}
