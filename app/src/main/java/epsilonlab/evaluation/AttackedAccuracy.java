package epsilonlab.evaluation;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;

/** The fraction of images that a network still gets right under an attack, in [0, 1]. */
public final class AttackedAccuracy implements Job<Void, Double> {
  // for progress; the same for any number of threads, and so are its shards
  private static final int PART = 500;

  private final Compute compute;
  private final Network network;
  private final ImageSet images;
  private final AttackPlan plan;
  private final double epsilon;

  /**
   * @param images the images to attack; the i-th has the random numbers of id i
   * @param epsilon the radius, in the attack's norm
   */
  public AttackedAccuracy(
      Compute compute, Network network, ImageSet images, AttackPlan plan, double epsilon) {
    this.compute = compute;
    this.network = network;
    this.images = images;
    this.plan = plan;
    this.epsilon = Epsilon.check(epsilon, plan.attack().norm(), ImageSet.PIXELS);
  }

  @Override
  public String name() {
    return "Robust accuracy, " + network.name();
  }

  @Override
  public Double run(JobContext<Void> context) {
    int right = 0;
    for (int from = 0; from < images.size(); from += PART) {
      context.check();
      int first = from;
      ImageSet part = images.slice(from, Math.min(images.size(), from + PART));
      try (PreparedAttack prepared =
          PreparedAttack.of(compute, network, part, i -> first + i, plan)) {
        right += (int) Math.round(prepared.accuracy(epsilon) * part.size());
      }
      context.progress((from + part.size()) / (double) images.size());
    }
    return (double) right / images.size();
  }
}
