package epsilonlab.evaluation;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import epsilonlab.model.Predictions;
import java.util.ArrayList;
import java.util.List;

/** Attacks a range of images at one epsilon. */
public final class AttackJob implements Job<Void, List<AttackedImage>> {
  private final Compute compute;
  private final Network network;
  private final ImageSet images;
  private final int first;
  private final AttackPlan plan;
  private final double epsilon;

  /**
   * @param images the images to attack
   * @param first the index of the first in the test set; random numbers depend on the index
   * @param epsilon the radius, in the attack's norm
   */
  public AttackJob(
      Compute compute,
      Network network,
      ImageSet images,
      int first,
      AttackPlan plan,
      double epsilon) {
    this.compute = compute;
    this.network = network;
    this.images = images;
    this.first = first;
    this.plan = plan;
    this.epsilon = Epsilon.check(epsilon, plan.attack().norm(), ImageSet.PIXELS);
  }

  @Override
  public String name() {
    return "Attack " + network.name();
  }

  @Override
  public List<AttackedImage> run(JobContext<Void> context) {
    Predictions before = Predictions.of(compute, network, images);
    context.check();
    try (PreparedAttack prepared =
        PreparedAttack.of(compute, network, images, i -> first + i, plan)) {
      Adversarial after = prepared.at(epsilon);
      List<AttackedImage> attacked = new ArrayList<>();
      for (int i = 0; i < images.size(); i++) {
        attacked.add(AttackedImage.of(first + i, images.image(i), before, i, after));
      }
      return attacked;
    }
  }
}
