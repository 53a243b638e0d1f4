package epsilonlab.evaluation;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Norm;
import epsilonlab.engine.Compute;
import epsilonlab.model.Network;
import java.util.OptionalDouble;

/**
 * Finds the smallest epsilon at which an attack fools a network on one image: the image at all
 * epsilons of a grid at once, then a finer grid between the last that did not fool and the first
 * that did. Fooled and not fooled may alternate as epsilon grows; the first grid point counts. An
 * attack that looks for the smallest change by itself runs once, and its change is measured.
 */
public final class SmallestEpsilon {
  private static final int COARSE = 100;
  private static final int FINE = 50;

  private final Compute compute;
  private final Network network;
  private final float[] image;
  private final int label;
  private final long id;
  private final AttackPlan plan;
  private final double most;

  /**
   * @param id what the image's random numbers depend on
   * @param most the largest epsilon to try, in the attack's norm
   */
  public SmallestEpsilon(
      Compute compute,
      Network network,
      float[] image,
      int label,
      long id,
      AttackPlan plan,
      double most) {
    this.compute = compute;
    this.network = network;
    this.image = image;
    this.label = label;
    this.id = id;
    this.plan = plan;
    this.most = most;
  }

  /** The smallest epsilon, or nothing if the attack fools the network at none up to the most. */
  public OptionalDouble find() {
    if (plan.attack().isMinimumNorm()) {
      return measured();
    }
    boolean counts = plan.attack().norm() == Norm.L0;
    double step = counts ? Math.max(1, Math.ceil(most / COARSE)) : most / COARSE;
    double finer = counts ? 1 : step / FINE;
    int coarse = counts ? (int) (most / step) + 1 : COARSE + 1;
    OptionalDouble first = firstFooling(0, step, coarse);
    if (first.isEmpty() || first.getAsDouble() == 0 || step == finer) {
      return first;
    }
    double before = first.getAsDouble() - step;
    OptionalDouble better = firstFooling(before + finer, finer, (int) Math.round(step / finer));
    return better.isPresent() ? better : first;
  }

  private OptionalDouble measured() {
    Norm norm = plan.attack().norm();
    try (PreparedAttack prepared =
        PreparedAttack.repeated(compute, network, image, label, id, 1, plan)) {
      Adversarial nearest = prepared.at(norm.most(image.length));
      double size = Norms.between(image, nearest.images()[0]).in(norm);
      return nearest.success()[0] && size <= most
          ? OptionalDouble.of(size)
          : OptionalDouble.empty();
    }
  }

  private OptionalDouble firstFooling(double from, double step, int count) {
    double[] epsilons = new double[count];
    for (int i = 0; i < count; i++) {
      epsilons[i] = from + i * step;
    }
    try (PreparedAttack prepared =
        PreparedAttack.repeated(compute, network, image, label, id, count, plan)) {
      boolean[] success = prepared.at(epsilons).success();
      for (int i = 0; i < count; i++) {
        if (success[i]) {
          return OptionalDouble.of(epsilons[i]);
        }
      }
      return OptionalDouble.empty();
    }
  }
}
