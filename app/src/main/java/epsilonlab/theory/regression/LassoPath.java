package epsilonlab.theory.regression;

import epsilonlab.theory.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * All solutions of the Lasso and of the square-root Lasso, from the one where every coefficient is
 * 0 down to no regularisation, by the homotopy of Osborne, Presnell and Turlach (2000), known as
 * LARS: the Lasso's coefficients, minimisers of ||y - X beta||^2 / 2 + mu ||beta||_1, are linear in
 * mu between knots where one enters or leaves. The Lasso's solution for mu is the square-root
 * Lasso's for lambda = mu / ||y - X beta||_2, so both have the same path. Immutable.
 */
public final class LassoPath {
  private static final int MOST_KNOTS_A_FEATURE = 50;
  private static final double RELATIVE_END = 1e-13;

  /**
   * A place where a coefficient enters or leaves, or the path ends.
   *
   * @param mu the Lasso's regulariser; falls from knot to knot
   * @param lambda the square-root Lasso's with the same solution
   * @param beta the coefficients
   */
  public record Knot(double mu, double lambda, double[] beta) {}

  private final RegressionData data;
  private final List<Knot> knots;

  private LassoPath(RegressionData data, List<Knot> knots) {
    this.data = data;
    this.knots = List.copyOf(knots);
  }

  /** Follows the path; the columns may not be zero, and no two may be multiples of each other. */
  public static LassoPath of(RegressionData data) {
    return new LassoPath(data, new Walk(data).all());
  }

  /** From no coefficient on, lambda falling. */
  public List<Knot> knots() {
    return knots;
  }

  /** From this lambda on every coefficient of the square-root Lasso is 0. */
  public double largestLambda() {
    return knots.get(0).lambda();
  }

  /**
   * The solution of the square-root Lasso. Below the last knot's lambda (above 0 where the data can
   * be fitted exactly) it stays what it is there.
   *
   * @param lambda 0 or more
   */
  public double[] at(double lambda) {
    if (lambda >= largestLambda()) {
      return knots.get(0).beta().clone();
    }
    for (int k = 1; k < knots.size(); k++) {
      if (lambda >= knots.get(k).lambda()) {
        return between(knots.get(k - 1), knots.get(k), lambda);
      }
    }
    return knots.get(knots.size() - 1).beta().clone();
  }

  /** The solution of the Lasso; mu 0 or more. */
  public double[] atMu(double mu) {
    if (mu >= knots.get(0).mu()) {
      return knots.get(0).beta().clone();
    }
    for (int k = 1; k < knots.size(); k++) {
      Knot low = knots.get(k);
      if (mu >= low.mu()) {
        Knot high = knots.get(k - 1);
        return mixed(high, low, (high.mu() - mu) / (high.mu() - low.mu()));
      }
    }
    return knots.get(knots.size() - 1).beta().clone();
  }

  // the residual is linear on the way, so mu = lambda ||residual|| is a quadratic equation
  private double[] between(Knot high, Knot low, double lambda) {
    double[] r = data.residual(high.beta());
    double[] step = Vectors.plus(data.residual(low.beta()), -1, r);
    double fall = low.mu() - high.mu();
    double square = lambda * lambda;
    double a = fall * fall - square * Vectors.dot(step, step);
    double b = high.mu() * fall - square * Vectors.dot(r, step);
    double c = high.mu() * high.mu() - square * Vectors.dot(r, r);
    // mu falls below lambda ||residual|| at the smaller root: c is above 0, and so is the root
    double root = Math.sqrt(Math.max(0, b * b - a * c));
    double part = c == 0 ? 0 : c / (-b + root);
    return mixed(high, low, Math.max(0, Math.min(1, part)));
  }

  private static double[] mixed(Knot from, Knot to, double part) {
    double[] way = Vectors.plus(to.beta(), -1, from.beta());
    return Vectors.plus(from.beta(), part, way);
  }

  /** The walk along the path. */
  private static final class Walk {
    private final RegressionData data;
    private final int p;
    private final double[] beta;
    private final boolean[] active;
    private final double[] sign;
    private final List<Knot> knots = new ArrayList<>();
    private double mu;
    // it lies on the boundary right now and goes inwards
    private int justLeft = -1;

    Walk(RegressionData data) {
      this.data = data;
      this.p = data.features();
      this.beta = new double[p];
      this.active = new boolean[p];
      this.sign = new double[p];
    }

    List<Knot> all() {
      double[] correlations = correlations();
      mu = Vectors.largest(correlations);
      double end = RELATIVE_END * mu;
      addKnot();
      if (mu == 0) {
        return knots;
      }
      for (int j = 0; j < p; j++) {
        if (Math.abs(correlations[j]) == mu) {
          enter(j, correlations[j]);
          break;
        }
      }
      while (mu > end && knots.size() < MOST_KNOTS_A_FEATURE * p) {
        walkToTheNextKnot();
      }
      return knots;
    }

    private double[] correlations() {
      double[] residual = data.residual(beta);
      return Arrays.stream(data.columns()).mapToDouble(x -> Vectors.dot(x, residual)).toArray();
    }

    private void addKnot() {
      double length = Vectors.length(data.residual(beta));
      // where the residual vanishes, mu does too: lambda stays what it was on the way there
      double lambda =
          length > RELATIVE_END * Vectors.length(data.y())
              ? mu / length
              : knots.isEmpty() ? 0 : limit();
      knots.add(new Knot(mu, lambda, beta.clone()));
    }

    // on the last stretch the residual is proportional to mu
    private double limit() {
      Knot before = knots.get(knots.size() - 1);
      double[] way = Vectors.plus(before.beta(), -1, beta);
      double[] fitted = Vectors.plus(data.residual(new double[p]), -1, data.residual(way));
      return before.mu() / Vectors.length(fitted);
    }

    private void enter(int j, double correlation) {
      active[j] = true;
      sign[j] = Math.signum(correlation);
    }

    private void walkToTheNextKnot() {
      double[] direction = direction();
      double[] fall = fallOfCorrelations(direction);
      double[] correlations = correlations();
      double step = mu;
      int event = -1;
      for (int j = 0; j < p; j++) {
        double own =
            active[j]
                ? stepToZero(j, direction)
                : j == justLeft
                    ? reentry(correlations[j], fall[j])
                    : entry(correlations[j], fall[j]);
        if (own < step) {
          step = own;
          event = j;
        }
      }
      for (int j = 0; j < p; j++) {
        beta[j] += step * direction[j];
      }
      mu -= step;
      justLeft = -1;
      if (event >= 0 && active[event]) {
        active[event] = false;
        beta[event] = 0;
        justLeft = event;
      } else if (event >= 0) {
        enter(event, correlations[event] - step * fall[event]);
      }
      addKnot();
    }

    private double stepToZero(int j, double[] direction) {
      double step = -beta[j] / direction[j];
      return step > 0 ? step : Double.POSITIVE_INFINITY;
    }

    // until the correlation is +-mu
    private double entry(double correlation, double fall) {
      double up = (mu - correlation) / (1 - fall);
      double down = (mu + correlation) / (1 + fall);
      return Math.min(positive(up), positive(down));
    }

    // the same on the other side than the one that it has just left
    private double reentry(double correlation, double fall) {
      return positive(
          correlation > 0 ? (mu + correlation) / (1 + fall) : (mu - correlation) / (1 - fall));
    }

    private double positive(double step) {
      return step >= 0 ? step : Double.POSITIVE_INFINITY;
    }

    private double[] direction() {
      int[] chosen = java.util.stream.IntStream.range(0, p).filter(j -> active[j]).toArray();
      DMatrixRMaj products = new DMatrixRMaj(chosen.length, chosen.length);
      DMatrixRMaj signs = new DMatrixRMaj(chosen.length, 1);
      for (int i = 0; i < chosen.length; i++) {
        signs.set(i, 0, sign[chosen[i]]);
        for (int k = 0; k < chosen.length; k++) {
          double[] one = data.columns()[chosen[i]];
          products.set(i, k, Vectors.dot(one, data.columns()[chosen[k]]));
        }
      }
      DMatrixRMaj solution = new DMatrixRMaj(chosen.length, 1);
      if (!CommonOps_DDRM.solve(products, signs, solution)) {
        throw new IllegalArgumentException("columns that depend on each other");
      }
      double[] direction = new double[p];
      for (int i = 0; i < chosen.length; i++) {
        direction[chosen[i]] = solution.get(i, 0);
      }
      return direction;
    }

    private double[] fallOfCorrelations(double[] direction) {
      double[] fitted = new double[data.observations()];
      for (int j = 0; j < p; j++) {
        fitted = Vectors.plus(fitted, direction[j], data.columns()[j]);
      }
      double[] along = fitted;
      return Arrays.stream(data.columns()).mapToDouble(x -> Vectors.dot(x, along)).toArray();
    }
  }
}
