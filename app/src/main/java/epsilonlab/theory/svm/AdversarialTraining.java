package epsilonlab.theory.svm;

import epsilonlab.theory.linear.LinearModel;
import java.util.stream.IntStream;

/**
 * Adversarial training of a linear classifier with the hinge loss in the l2 ball: minimises the sum
 * of max(0, 1 - y_i (w . x_i + b) + epsilon ||w||_2) by an interior-point method, which knows
 * nothing of support vector machines. Where some plane keeps every point further than epsilon away
 * on its right side the minimum is 0, and the shortest w that attains it is taken.
 *
 * @param epsilon the budget, 0 or more
 */
public record AdversarialTraining(double epsilon) {
  private static final double FINEST = 1e13;
  private static final double GROWTH = 8;
  // a w as long as this stands for one that would grow for ever
  private static final double MOST_LENGTH = 1e5;

  /** Refuses a negative budget. */
  public AdversarialTraining {
    if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
      throw new IllegalArgumentException("epsilon " + epsilon);
    }
  }

  /**
   * A trained model.
   *
   * @param model the weights and the bias; weights of 0 where epsilon is too large for any plane
   * @param loss the sum of adversarial hinge losses
   * @param separable whether the minimum is 0: every point stays right whatever the adversary does
   */
  public record Fit(LinearModel model, double loss, boolean separable) {}

  /**
   * Trains.
   *
   * @throws epsilonlab.engine.LabException if all points have the same class
   */
  public Fit fit(LabelledPoints points) {
    points.requireBothClasses();
    double[] start = new double[points.dimension() + 2];
    start[start.length - 1] = 1;
    ConeBarrier barrier = new ConeBarrier(points, epsilon, MOST_LENGTH, start);
    for (double t = 1; t <= FINEST; t *= GROWTH) {
      barrier.centre(0, new SoftHinge(t));
      if (IntStream.range(0, points.size()).allMatch(i -> barrier.z(i) < 0)) {
        return shortest(points, barrier.point());
      }
    }
    LinearModel model = barrier.model();
    return new Fit(model, points.adversarialHinge(model, epsilon), false);
  }

  // least ||w|| with y (w . x + b) >= 1 + epsilon ||w||
  private Fit shortest(LabelledPoints points, double[] start) {
    double longest = 2 * start[start.length - 1] + 1;
    ConeBarrier barrier = new ConeBarrier(points, epsilon, longest, start);
    for (double t = 1; t <= FINEST; t *= GROWTH) {
      barrier.centre(t, new Below());
    }
    LinearModel model = barrier.model();
    return new Fit(model, points.adversarialHinge(model, epsilon), true);
  }
}
