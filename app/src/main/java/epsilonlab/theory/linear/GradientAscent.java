package epsilonlab.theory.linear;

import epsilonlab.theory.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * Projected gradient ascent on a margin loss inside a ball: the way to the worst point that knows
 * no formula. Steps have the length of the radius in the budget's norm, along the gradient
 * (Euclidean) or its signs (l-infinity); the first sign step from the centre is FGSM.
 *
 * @param steps how many
 */
public record GradientAscent(int steps) {
  /** Enough steps for the last bit. */
  public static final GradientAscent USUAL = new GradientAscent(80);

  /**
   * The changes on the way, from the start to where it ends.
   *
   * @param start the first change; is projected into the ball
   */
  public List<double[]> path(
      LinearModel model,
      double[] x,
      int y,
      double epsilon,
      BudgetNorm norm,
      MarginLoss loss,
      double[] start) {
    List<double[]> path = new ArrayList<>();
    double[] change = norm.project(start, epsilon);
    path.add(change);
    for (int step = 0; step < steps; step++) {
      double slope = loss.slope(model.margin(Vectors.plus(x, 1, change), y));
      double[] gradient = Vectors.times(slope * y, model.w());
      double[] stepped = Vectors.plus(change, epsilon, norm.steepest(gradient));
      change = norm.project(stepped, epsilon);
      path.add(change);
    }
    return path;
  }

  /** The change where the ascent ends. */
  public double[] end(
      LinearModel model,
      double[] x,
      int y,
      double epsilon,
      BudgetNorm norm,
      MarginLoss loss,
      double[] start) {
    List<double[]> path = path(model, x, y, epsilon, norm, loss, start);
    return path.get(path.size() - 1);
  }
}
