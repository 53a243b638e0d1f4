package epsilonlab.defence.purify;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Norm;
import epsilonlab.engine.LabException;
import epsilonlab.generative.Purifier;
import epsilonlab.model.Network;

/**
 * A purifier in front of a classifier: what comes in is first replaced by what the generative model
 * makes of it (Meng and Chen, "MagNet: a Two-Pronged Defense against Adversarial Examples", 2017).
 *
 * @param classifier answers
 * @param purifier restores the images before
 * @param gradient what the attacker who knows of it takes for its derivative
 */
public record PurifierDefence(Network classifier, Purifier purifier, AdaptiveGradient gradient) {
  /** The network behind the purifier; its gradient is the exact one. */
  public Network defended() {
    return new Purified(classifier, purifier, AdaptiveGradient.EXACT);
  }

  /** What the attacker who knows of the purifier differentiates. */
  Network attacked() {
    return new Purified(classifier, purifier, gradient);
  }

  /** Whether an attack changes every pixel by at most epsilon, as the measure here needs. */
  public static boolean canMeasure(Attack attack) {
    return attack.norm() == Norm.LINF && !attack.isMinimumNorm() && !attack.needsSource();
  }

  /**
   * Checks that one epsilon list fits an attack on the classifier and on both together.
   *
   * @throws LabException if its epsilon is not the largest change of a pixel, or it works on a
   *     network of its own
   */
  public static void checkAttack(AttackPlan plan) {
    Attack attack = plan.attack();
    if (!canMeasure(attack)) {
      throw new LabException(
          "A purifier is measured under an attack that changes every pixel by at most epsilon, and"
              + " "
              + attack.id()
              + " is none; choose another, for example pgd.");
    }
    plan.check();
  }
}
