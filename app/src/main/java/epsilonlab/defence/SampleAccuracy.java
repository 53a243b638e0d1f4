package epsilonlab.defence;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.model.Network;
import epsilonlab.model.Predictions;
import java.util.Map;

/** Clean, FGSM and PGD accuracy on the first test images, quickly: fooled ones are dropped. */
final class SampleAccuracy {
  /** How many images. */
  static final int COUNT = 400;

  private static final double STEPS = 20;

  private final Compute compute;
  private final ImageSet images;
  private final double epsilon;
  private final AttackPlan fgsm;
  private final AttackPlan pgd;

  SampleAccuracy(Compute compute, ImageSet test, double epsilon, long seed) {
    this.compute = compute;
    this.images = test.slice(0, Math.min(COUNT, test.size()));
    this.epsilon = epsilon;
    this.fgsm = AttackPlan.defaults(Attacks.get("fgsm"), seed);
    Attack kind = Attacks.get("pgd");
    this.pgd =
        new AttackPlan(kind, AttackSettings.of(kind, Map.of("steps", STEPS)), Target.NONE, seed);
  }

  RobustPoint of(Network network, double epochs) {
    return new RobustPoint(
        epochs,
        Predictions.of(compute, network, images).accuracy(),
        under(network, fgsm),
        under(network, pgd));
  }

  private double under(Network network, AttackPlan plan) {
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, images, i -> i, plan)) {
      return prepared.accuracy(epsilon);
    }
  }
}
