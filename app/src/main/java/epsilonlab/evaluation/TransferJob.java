package epsilonlab.evaluation;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import java.util.List;

/**
 * The transfer matrix: images crafted on one network and tried on another. Row i, column j is the
 * accuracy, in [0, 1], of network j on what was crafted on network i; on the diagonal it is that of
 * the final images, without a count of successes on the way.
 */
public final class TransferJob implements Job<TransferJob.Line, double[][]> {
  private final Compute compute;
  private final List<? extends Network> networks;
  private final AttackPlan plan;
  private final ImageSet images;
  private final double epsilon;

  /** One row of the matrix. */
  public record Line(int crafted, double[] accuracies) {}

  /**
   * @param plan an attack that works on the network it is after
   * @param images the images to attack; the i-th has the random numbers of id i
   * @param epsilon the radius, in the attack's norm
   * @throws LabException if the attack needs a source, or the epsilon is out of range
   */
  public TransferJob(
      Compute compute,
      List<? extends Network> networks,
      AttackPlan plan,
      ImageSet images,
      double epsilon) {
    checkAttack(plan);
    this.compute = compute;
    this.networks = List.copyOf(networks);
    this.plan = plan;
    this.images = images;
    this.epsilon = Epsilon.check(epsilon, plan.attack().norm(), ImageSet.PIXELS);
  }

  /**
   * Checks that an attack can craft on each network.
   *
   * @throws LabException if it needs a source
   */
  public static void checkAttack(AttackPlan plan) {
    if (plan.attack().needsSource()) {
      throw new LabException(
          "A transfer matrix crafts on every model by itself, so the attack "
              + plan.attack().id()
              + " has no place in it; choose another, for example pgd.");
    }
  }

  @Override
  public String name() {
    return "Transfer, " + networks.size() + " models";
  }

  @Override
  public double[][] run(JobContext<Line> context) {
    double[][] matrix = new double[networks.size()][];
    for (int n = 0; n < matrix.length; n++) {
      context.check();
      try (PreparedAttack prepared =
          PreparedAttack.of(compute, networks.get(n), images, i -> i, plan)) {
        matrix[n] = prepared.accuraciesOf(networks, epsilon);
      }
      context.emit(new Line(n, matrix[n]));
      context.progress((n + 1.0) / matrix.length);
    }
    return matrix;
  }
}
