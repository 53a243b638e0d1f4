package epsilonlab.evaluation;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import java.util.Map;

/**
 * The figure that the model library calls "robust": accuracy on the first 1,000 test images under
 * PGD-40 without a random start at epsilon 0.1, step 0.0025.
 */
public final class RobustAccuracy implements Job<Void, Double> {
  /** The radius. */
  public static final double EPSILON = 0.1;

  private static final int COUNT = 1000;

  private final Compute compute;
  private final Network network;
  private final ImageSet images;

  /**
   * @param test the test part of the network's data set
   */
  public RobustAccuracy(Compute compute, Network network, ImageSet test) {
    this.compute = compute;
    this.network = network;
    this.images = test.slice(0, Math.min(COUNT, test.size()));
  }

  @Override
  public String name() {
    return "Robust accuracy, " + network.name();
  }

  @Override
  public Double run(JobContext<Void> context) {
    Attack pgd = Attacks.get("pgd");
    AttackSettings settings =
        AttackSettings.of(pgd, Map.of("steps", 40.0, "step-size", 0.0025, "random-start", 0.0));
    AttackPlan plan = new AttackPlan(pgd, settings, Target.NONE, 0);
    return new AttackedAccuracy(compute, network, images, plan, EPSILON).run(context);
  }
}
