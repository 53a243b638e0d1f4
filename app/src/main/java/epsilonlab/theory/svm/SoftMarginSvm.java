package epsilonlab.theory.svm;

import epsilonlab.engine.Cancellation;
import epsilonlab.theory.Vectors;
import epsilonlab.theory.linear.LinearModel;
import java.util.Arrays;

/**
 * The soft-margin support vector machine (Cortes and Vapnik, 1995): minimises lambda / 2 ||w||^2
 * plus the sum of hinge losses. Solved in its dual by moving two multipliers at a time (SMO: Platt,
 * 1998; the second one chosen as Fan, Chen and Lin, 2005, do).
 *
 * @param lambda weighs the length of w, above 0; C of scikit-learn's {@code SVC} is 1 / lambda
 */
public record SoftMarginSvm(double lambda) {
  private static final double TOLERANCE = 1e-13;
  private static final int MOST_STEPS = 2_000_000;
  private static final int STEPS_BETWEEN_SUMS = 1000;
  private static final double INSIDE = 1e-9;

  /** Refuses a lambda that is not above 0. */
  public SoftMarginSvm {
    if (!(lambda > 0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException("lambda " + lambda);
    }
  }

  /**
   * A fitted machine.
   *
   * @param model the weights and, where several biases are optimal, the middle one
   * @param multipliers one a point, in [0, 1]: 0 outside the margin, 1 inside it
   * @param hinge the sum of hinge losses
   * @param objective lambda / 2 ||w||^2 plus that
   * @param gap how far the objective may at most be from the optimum
   * @param biasIsUnique whether a support vector lies on the margin and fixes the bias
   */
  public record Fit(
      LinearModel model,
      double[] multipliers,
      double hinge,
      double objective,
      double gap,
      boolean biasIsUnique) {}

  /**
   * Solves the problem to rounding.
   *
   * @throws epsilonlab.engine.LabException if all points have the same class
   */
  public Fit fit(LabelledPoints points) {
    points.requireBothClasses();
    return new Run(points).solve();
  }

  private final class Run {
    private final LabelledPoints points;
    private final int n;
    private final double[] alpha;
    private final double[][] products;
    // y_i - w . x_i: the bias that puts the point on the margin
    private double[] residuals;

    Run(LabelledPoints points) {
      this.points = points;
      this.n = points.size();
      this.alpha = new double[n];
      this.products = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          products[i][j] = Vectors.dot(points.x()[i], points.x()[j]) / lambda;
        }
      }
    }

    Fit solve() {
      double up = 0;
      double low = 0;
      for (int step = 0; step < MOST_STEPS; step++) {
        if (step % STEPS_BETWEEN_SUMS == 0) {
          Cancellation.check();
          addUp();
        }
        int i = mostViolating();
        low = lowest();
        up = i < 0 ? low : residuals[i];
        if (i < 0 || up - low <= TOLERANCE * Math.max(1, Math.abs(up))) {
          break;
        }
        move(i, partner(i));
      }
      return fitted((up + low) / 2);
    }

    // rounding errors of many small steps must not stay
    private void addUp() {
      double[] w = weights();
      residuals = new double[n];
      for (int i = 0; i < n; i++) {
        residuals[i] = points.y()[i] - Vectors.dot(w, points.x()[i]);
      }
    }

    private double[] weights() {
      double[] sum = new double[points.dimension()];
      for (int i = 0; i < n; i++) {
        sum = Vectors.plus(sum, alpha[i] * points.y()[i], points.x()[i]);
      }
      return Vectors.times(1 / lambda, sum);
    }

    private boolean mayRise(int i) {
      return points.y()[i] > 0 ? alpha[i] < 1 : alpha[i] > 0;
    }

    private boolean mayFall(int i) {
      return points.y()[i] > 0 ? alpha[i] > 0 : alpha[i] < 1;
    }

    private int mostViolating() {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        if (mayRise(i) && residuals[i] > most) {
          most = residuals[i];
          best = i;
        }
      }
      return best;
    }

    private double lowest() {
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        if (mayFall(i)) {
          least = Math.min(least, residuals[i]);
        }
      }
      return least;
    }

    private int partner(int i) {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < n; j++) {
        double difference = residuals[i] - residuals[j];
        if (mayFall(j) && difference > 0) {
          double gain = difference * difference / curvature(i, j);
          if (gain > most) {
            most = gain;
            best = j;
          }
        }
      }
      return best;
    }

    private double curvature(int i, int j) {
      // two points at the same place: any step helps as long as the box allows it
      return Math.max(products[i][i] - 2 * products[i][j] + products[j][j], 1e-12);
    }

    private void move(int i, int j) {
      double step = (residuals[i] - residuals[j]) / curvature(i, j);
      step = Math.min(step, points.y()[i] > 0 ? 1 - alpha[i] : alpha[i]);
      step = Math.min(step, points.y()[j] > 0 ? alpha[j] : 1 - alpha[j]);
      alpha[i] = clear(alpha[i] + points.y()[i] * step);
      alpha[j] = clear(alpha[j] - points.y()[j] * step);
      for (int k = 0; k < n; k++) {
        residuals[k] -= step * (products[k][i] - products[k][j]);
      }
    }

    // a multiplier that rounding keeps a hair from its bound would be moved for ever
    private double clear(double value) {
      return value < 1e-15 ? 0 : value > 1 - 1e-15 ? 1 : value;
    }

    private Fit fitted(double bias) {
      double[] w = weights();
      LinearModel model = new LinearModel(w, bias);
      double hinge = points.adversarialHinge(model, 0);
      double squares = Vectors.dot(w, w);
      double objective = lambda / 2 * squares + hinge;
      double dual = Arrays.stream(alpha).sum() - lambda / 2 * squares;
      boolean unique = Arrays.stream(alpha).anyMatch(a -> a > INSIDE && a < 1 - INSIDE);
      return new Fit(model, alpha, hinge, objective, objective - dual, unique);
    }
  }
}
