package epsilonlab.attack;

/**
 * An attack with its settings, target and seed: everything but the network, the images and epsilon.
 */
public record AttackPlan(Attack attack, AttackSettings settings, Target target, long seed) {
  /** An untargeted attack with its default settings. */
  public static AttackPlan defaults(Attack attack, long seed) {
    return new AttackPlan(attack, AttackSettings.defaults(attack), Target.NONE, seed);
  }
}
