package epsilonlab.theory.linear;

import epsilonlab.theory.Vectors;

/**
 * The worst small change against a linear classifier, in closed form (exercise; Goodfellow, Shlens
 * and Szegedy, 2015, section 5, for l-infinity). Labels y are -1 or +1, budgets epsilon 0 or more.
 */
public final class LinearAdversary {
  private LinearAdversary() {}

  /** delta* = -epsilon y w / ||w||_2, or -epsilon y sign(w): the worst change of the ball. */
  public static double[] worstChange(LinearModel model, int y, double epsilon, BudgetNorm norm) {
    return Vectors.times(-epsilon * y, norm.steepest(model.w()));
  }

  /** x + delta*. */
  public static double[] worstPoint(
      LinearModel model, double[] x, int y, double epsilon, BudgetNorm norm) {
    return Vectors.plus(x, 1, worstChange(model, y, epsilon, norm));
  }

  /** The smallest margin in the ball: the margin at x minus epsilon times the dual norm of w. */
  public static double worstMargin(
      LinearModel model, double[] x, int y, double epsilon, BudgetNorm norm) {
    return model.margin(x, y) - epsilon * norm.dualLength(model.w());
  }

  /** The largest loss in the ball. */
  public static double worstLoss(
      LinearModel model, double[] x, int y, double epsilon, BudgetNorm norm, MarginLoss loss) {
    return loss.at(worstMargin(model, x, y, epsilon, norm));
  }

  /**
   * The smallest budget that takes the score to 0: |w . x + b| over the dual norm of w; infinite
   * for a model that looks at nothing.
   */
  public static double smallestBudget(LinearModel model, double[] x, BudgetNorm norm) {
    double dual = norm.dualLength(model.w());
    return dual == 0 ? Double.POSITIVE_INFINITY : Math.abs(model.score(x)) / dual;
  }
}
