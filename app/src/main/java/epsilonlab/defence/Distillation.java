package epsilonlab.defence;

import epsilonlab.engine.Seed;
import epsilonlab.model.Network;

/**
 * Defensive distillation of Papernot, McDaniel, Wu, Jha and Swami, "Distillation as a Defense to
 * Adversarial Perturbations against Deep Neural Networks" (2016), without the training: a student
 * whose softmax at temperature T has become that of the given network has T times its logits, and
 * at test time the temperature is 1 (Carlini and Wagner, "Defensive Distillation is Not Robust to
 * Adversarial Examples", 2016; docs/decisions/0011).
 */
final class Distillation implements Defence {
  private static final double TEMPERATURE = 100;

  @Override
  public String id() {
    return "distillation";
  }

  @Override
  public String title() {
    return "Defensive distillation";
  }

  @Override
  public String sentence() {
    return "Stands for a student that has learned the network's answers at temperature 100 and is"
        + " used at temperature 1.";
  }

  @Override
  public String paper() {
    return "Papernot, McDaniel, Wu, Jha and Swami, Distillation as a Defense to Adversarial"
        + " Perturbations against Deep Neural Networks (2016)";
  }

  @Override
  public String adaptiveAttack() {
    return "PGD with the temperature put back";
  }

  @Override
  public String weakness() {
    return "At temperature 1 the student's logits are a hundred times as large, and the softmax"
        + " saturates; dividing them by the temperature brings the gradient back.";
  }

  @Override
  public Network defend(Network bare, Seed draws) {
    return new ScaledLogits(bare, TEMPERATURE);
  }

  @Override
  public AdaptiveAttack adaptive(Network bare, Seed draws) {
    return AdaptiveAttack.pgd(new ScaledLogits(defend(bare, draws), 1 / TEMPERATURE));
  }
}
