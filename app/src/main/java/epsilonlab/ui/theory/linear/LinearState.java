package epsilonlab.ui.theory.linear;

import epsilonlab.theory.Vectors;
import epsilonlab.theory.linear.BudgetBisection;
import epsilonlab.theory.linear.BudgetNorm;
import epsilonlab.theory.linear.GradientAscent;
import epsilonlab.theory.linear.LinearAdversary;
import epsilonlab.theory.linear.LinearModel;
import epsilonlab.theory.linear.MarginLoss;
import java.util.EnumMap;
import java.util.Map;

/**
 * A classifier, a point and a budget in the plane, and what the adversary makes of them.
 *
 * @param model the classifier
 * @param x the point
 * @param y its label: the answer that the classifier gives, which the adversary wants to flip
 * @param epsilon the budget
 * @param loss the loss that is told
 * @param cases what holds in each norm
 */
record LinearState(
    LinearModel model,
    double[] x,
    int y,
    double epsilon,
    MarginLoss loss,
    Map<BudgetNorm, Case> cases) {
  /**
   * What holds in one norm.
   *
   * @param worst the worst point of the ball
   * @param dualNorm of the weights
   * @param before the margin at x
   * @param after the margin at the worst point, by formula
   * @param ascent the margin where projected gradient ascent ends
   * @param smallest the smallest budget that flips the answer, by formula
   * @param bisection the same by bisection
   * @param worstLoss the largest loss of the ball
   */
  record Case(
      double[] worst,
      double dualNorm,
      double before,
      double after,
      double ascent,
      double smallest,
      double bisection,
      double worstLoss) {
    boolean isFlipped() {
      return after <= 0;
    }
  }

  static LinearState of(double[] w, double b, double[] x, double epsilon, MarginLoss loss) {
    LinearModel model = new LinearModel(w, b);
    int y = model.score(x) >= 0 ? 1 : -1;
    Map<BudgetNorm, Case> cases = new EnumMap<>(BudgetNorm.class);
    for (BudgetNorm norm : BudgetNorm.values()) {
      cases.put(norm, of(model, x, y, epsilon, norm, loss));
    }
    return new LinearState(model, x, y, epsilon, loss, cases);
  }

  private static Case of(
      LinearModel model, double[] x, int y, double epsilon, BudgetNorm norm, MarginLoss loss) {
    // the ascent climbs a loss that is flat nowhere; its end is the worst for all the others
    double[] found =
        GradientAscent.USUAL.end(
            model, x, y, epsilon, norm, MarginLoss.LOGISTIC, new double[x.length]);
    return new Case(
        LinearAdversary.worstPoint(model, x, y, epsilon, norm),
        norm.dualLength(model.w()),
        model.margin(x, y),
        LinearAdversary.worstMargin(model, x, y, epsilon, norm),
        model.margin(Vectors.plus(x, 1, found), y),
        LinearAdversary.smallestBudget(model, x, norm),
        BudgetBisection.smallestBudget(model, x, norm),
        LinearAdversary.worstLoss(model, x, y, epsilon, norm, loss));
  }

  Case linf() {
    return cases.get(BudgetNorm.LINF);
  }

  Case l2() {
    return cases.get(BudgetNorm.L2);
  }
}
