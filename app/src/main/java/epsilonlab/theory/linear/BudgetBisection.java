package epsilonlab.theory.linear;

import epsilonlab.theory.Vectors;

/** The smallest budget that flips an answer, found by trying budgets. */
public final class BudgetBisection {
  private static final int MOST_HALVINGS = 200;
  private static final double MOST_BUDGET = 1e12;

  private BudgetBisection() {}

  /**
   * Halves an interval until its ends are neighbours; each budget is tried by walking all the way
   * along the sign or the direction of the gradient and asking the model.
   *
   * @return infinity where no budget below 1e12 changes the answer
   */
  public static double smallestBudget(LinearModel model, double[] x, BudgetNorm norm) {
    int y = model.score(x) > 0 ? 1 : -1;
    if (model.score(x) == 0) {
      return 0;
    }
    double high = 1e-3;
    while (!flips(model, x, y, high, norm)) {
      high *= 2;
      if (high > MOST_BUDGET) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double low = 0;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (flips(model, x, y, middle, norm)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Whether the worst change of this size brings the answer to the boundary or over it. */
  static boolean flips(LinearModel model, double[] x, int y, double epsilon, BudgetNorm norm) {
    double[] change = LinearAdversary.worstChange(model, y, epsilon, norm);
    return model.margin(Vectors.plus(x, 1, change), y) <= 0;
  }
}
