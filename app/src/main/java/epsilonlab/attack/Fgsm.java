package epsilonlab.attack;

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
    return FastGradient.of(network, examples, Geometry.LINF);
  }
}
