package epsilonlab.attack;

import epsilonlab.model.Network;
import java.util.List;

/**
 * The fast gradient method in the l2 norm, as in Miyato, Dai and Goodfellow, "Adversarial Training
 * Methods for Semi-Supervised Text Classification" (2017): x + epsilon times the gradient of the
 * loss over its length.
 */
final class FgmL2 implements Attack {
  @Override
  public String id() {
    return "fgm-l2";
  }

  @Override
  public String title() {
    return "Fast gradient, l2";
  }

  @Override
  public String sentence() {
    return "One step of length ε along the gradient of the loss.";
  }

  @Override
  public Norm norm() {
    return Norm.L2;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    return FastGradient.of(network, examples, Geometry.L2);
  }
}
