package epsilonlab.privacy.logistic;

import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;

/**
 * A fitted logistic regression.
 *
 * @param model its parameters
 * @param minimum where the solver ended
 */
public record LogisticFit(LogisticModel model, Lbfgs.Minimum minimum) {
  /**
   * Fits as scikit-learn's {@code LogisticRegression(C, max_iter=1000)} does: from zero, with
   * L-BFGS. Where the data can be separated and nothing is penalised there is no finite minimiser:
   * the weights grow until the gradient is small enough.
   *
   * @param rows n x features
   * @param targets n x classes, each row adding up to 1
   * @param regularisation C above 0, infinity for none
   * @param between is called after each iteration, and may throw to end the work
   */
  public static LogisticFit of(
      Compute compute,
      float[] rows,
      double[] targets,
      int count,
      double regularisation,
      Lbfgs solver,
      Runnable between) {
    try (LogisticObjective objective =
        new LogisticObjective(compute, rows, targets, count, regularisation)) {
      Lbfgs.Minimum minimum =
          solver.minimise(
              objective,
              new double[objective.dimension()],
              () -> {
                Cancellation.check();
                between.run();
              });
      return new LogisticFit(new LogisticModel(minimum.x(), targets.length / count), minimum);
    }
  }
}
