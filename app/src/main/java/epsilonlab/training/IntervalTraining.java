package epsilonlab.training;

import epsilonlab.attack.Examples;
import epsilonlab.engine.layer.LayerScript;

/**
 * Interval bound propagation of Gowal et al. (2018): learns to keep the worst logits right that the
 * bounds allow; see {@link IntervalLoss}. While epsilon grows, the weight of the clean term falls
 * from 1 to one half.
 */
final class IntervalTraining implements TrainingMethod {
  private static final double LAST_KAPPA = 0.5;

  // forward and back for the images and for both ends of their intervals
  private static final int PASSES = 3;

  @Override
  public String id() {
    return "ibp";
  }

  @Override
  public String title() {
    return "Interval bounds";
  }

  @Override
  public String sentence() {
    return "Learns to keep provable bounds right, so that it can be certified (Gowal et al. 2018).";
  }

  @Override
  public int passes(AdversarialSettings settings) {
    return PASSES;
  }

  @Override
  public LayerScript.BatchGradients gradients(Shard shard) {
    Examples examples = shard.examples();
    double kappa = 1 - (1 - LAST_KAPPA) * shard.ramp();
    double epsilon = shard.ramp() * shard.settings().epsilon();
    return new IntervalLoss(shard.architecture(), epsilon, kappa)
        .gradients(
            shard.weights(), examples.images(), examples.labels(), shard.scale(), shard.manager());
  }
}
