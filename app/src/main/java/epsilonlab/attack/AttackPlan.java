package epsilonlab.attack;

import epsilonlab.engine.LabException;
import epsilonlab.model.Network;

/**
 * An attack with its settings, target and seed: everything but the network, the images and epsilon.
 */
public record AttackPlan(Attack attack, AttackSettings settings, Target target, long seed) {
  /** An untargeted attack with its default settings. */
  public static AttackPlan defaults(Attack attack, long seed) {
    return new AttackPlan(attack, AttackSettings.defaults(attack), Target.NONE, seed);
  }

  /** The same with a network to work on first; see {@link Attack#needsSource()}. */
  public AttackPlan withSource(Network network) {
    return new AttackPlan(attack, settings.withSource(network), target, seed);
  }

  /**
   * Checks that the attack can do what is asked of it.
   *
   * @throws LabException if it has no targeted form, or no network to work on first
   */
  public void check() {
    checkTarget();
    if (attack.needsSource() && settings.source().isEmpty()) {
      throw new LabException(
          "The attack "
              + attack.id()
              + " needs another model to craft the images on; name one with --source.");
    }
  }

  /**
   * Checks the target alone.
   *
   * @throws LabException if there is one and the attack has no targeted form
   */
  public void checkTarget() {
    if (target != Target.NONE && !attack.isTargetable()) {
      throw new LabException(
          "The attack " + attack.id() + " cannot aim at a class; leave --target out.");
    }
  }
}
