package epsilonlab.theory.linear;

import java.util.List;

/**
 * The theorem on real images: a logistic regression between two digits, and the smallest budget
 * that flips each test digit that it gets right. Pixels may leave [0, 1], as in the theorem.
 *
 * @param model the fitted model, 784 weights
 * @param negative the digit with label -1
 * @param positive the digit with label +1
 * @param tested how many test digits of the two classes there are
 * @param right how many of them the model gets right
 * @param norms one entry a norm
 */
public record DigitBudgets(
    LinearModel model, int negative, int positive, int tested, int right, List<Row> norms) {
  /**
   * What holds in one norm, over the digits that are right. The median budget times the dual norm
   * is the median score.
   *
   * @param norm bounds the change
   * @param dualNorm of the weights
   * @param medianBudget of the smallest budgets
   * @param medianScore of |w . x + b|
   * @param fooledBelow the share that flips at 0.99 times its own smallest budget, in [0, 1]
   * @param fooledAbove the same at 1.01 times
   * @param fooledByRandom the same at 1.01 times, in a random direction of that size
   */
  public record Row(
      BudgetNorm norm,
      double dualNorm,
      double medianBudget,
      double medianScore,
      double fooledBelow,
      double fooledAbove,
      double fooledByRandom) {}

  /** The row of a norm. */
  public Row row(BudgetNorm norm) {
    return norms.stream().filter(row -> row.norm() == norm).findFirst().orElseThrow();
  }
}
