package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.List;

/**
 * The fast gradient sign method of Goodfellow, Shlens and Szegedy, "Explaining and Harnessing
 * Adversarial Examples" (2015): x + epsilon sign(gradient of the loss). The sign does not depend on
 * epsilon, so it is computed once and every epsilon costs one addition.
 */
final class Fgsm implements Attack {
  @Override
  public String id() {
    return "fgsm";
  }

  @Override
  public String title() {
    return "FGSM, one step";
  }

  @Override
  public String sentence() {
    return "One step of size ε in every pixel, in the direction in which the loss grows.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    NDArray images = examples.images();
    NDArray sign = examples.ascent(network, images).sign();
    // the slider comes back to it long after this shard has ended
    Tensors.keep(sign, images.getManager());
    return epsilon -> {
      try (NDArray step = sign.mul(epsilon);
          NDArray moved = images.add(step)) {
        return moved.clip(0, 1);
      }
    };
  }
}
