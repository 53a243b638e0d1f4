package epsilonlab.theory.svm;

import epsilonlab.engine.Cancellation;
import epsilonlab.theory.Vectors;
import epsilonlab.theory.linear.LinearModel;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Newton's method for sums of convex functions of z_i = 1 + epsilon s - y_i (w . x_i + b), where s
 * is kept above ||w|| by a logarithmic barrier (Boyd and Vandenberghe, Convex Optimization, chapter
 * 11). The point is (w, b, s).
 */
final class ConeBarrier {
  private static final int MOST_STEPS = 200;
  private static final double SMALL_DECREMENT = 1e-10;
  // Newton's method squares it from here on, or else only moves rounding errors about
  private static final double NEAR = 1e-3;
  private static final double OVERSHOOT = 0.1;
  private static final double LEAST_STEP = 1e-12;

  /** A convex function of one z, by its derivatives. */
  interface Term {
    /** Whether z lies in its domain. */
    boolean takes(double z);

    double slope(double z);

    double curvature(double z);
  }

  private final LabelledPoints points;
  private final double epsilon;
  private final double mostLength;
  private final int d;
  private double[] point;

  /**
   * Begins at a point.
   *
   * @param mostLength s stays below it
   * @param start w, b and s with s above ||w||, and every term finite
   */
  ConeBarrier(LabelledPoints points, double epsilon, double mostLength, double[] start) {
    this.points = points;
    this.epsilon = epsilon;
    this.mostLength = mostLength;
    this.d = points.dimension();
    this.point = start.clone();
  }

  /** The point of now. */
  LinearModel model() {
    return new LinearModel(Arrays.copyOf(point, d), point[d]);
  }

  /** w, b, s. */
  double[] point() {
    return point.clone();
  }

  /** z_i at the point of now. */
  double z(int i) {
    return z(point, i);
  }

  private double z(double[] at, int i) {
    double score = at[d];
    for (int j = 0; j < d; j++) {
      score += at[j] * points.x()[i][j];
    }
    return 1 + epsilon * at[d + 1] - points.y()[i] * score;
  }

  /** Minimises weight s plus all terms plus the barriers. */
  void centre(double weight, Term term) {
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      Cancellation.check();
      DMatrixRMaj hessian = new DMatrixRMaj(d + 2, d + 2);
      double[] gradient = new double[d + 2];
      derivatives(point, weight, term, gradient, hessian);
      double[] move = newton(gradient, hessian);
      double decrement = -Vectors.dot(gradient, move);
      boolean rounding = decrement < NEAR && decrement > before / 2;
      if (!(decrement > SMALL_DECREMENT) || rounding) {
        return;
      }
      before = decrement;
      // slopes and not values tell whether a step is too long: with a sharp kink the values are so
      // large that their rounding hides what a step gains
      double[] next = Vectors.plus(point, 1, move);
      for (double length = 1; !(slope(next, move, weight, term) <= OVERSHOOT * decrement); ) {
        length /= 2;
        if (length < LEAST_STEP) {
          return;
        }
        next = Vectors.plus(point, length, move);
      }
      point = next;
    }
  }

  private static double[] newton(double[] gradient, DMatrixRMaj hessian) {
    int n = gradient.length;
    // rows and columns of like size: the entries differ by many powers of ten
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = 1 / Math.sqrt(Math.max(hessian.get(i, i), Double.MIN_NORMAL));
    }
    DMatrixRMaj scaled = new DMatrixRMaj(n, n);
    DMatrixRMaj right = new DMatrixRMaj(n, 1);
    for (int i = 0; i < n; i++) {
      right.set(i, 0, -gradient[i] * scale[i]);
      for (int j = 0; j < n; j++) {
        scaled.set(i, j, hessian.get(i, j) * scale[i] * scale[j]);
      }
    }
    DMatrixRMaj solution = new DMatrixRMaj(n, 1);
    double[] move = new double[n];
    if (CommonOps_DDRM.solve(scaled, right, solution)) {
      for (int i = 0; i < n; i++) {
        move[i] = solution.get(i, 0) * scale[i];
      }
    }
    return move;
  }

  // along a direction; infinite outside the domain
  private double slope(double[] at, double[] direction, double weight, Term term) {
    double s = at[d + 1];
    if (!(s > Vectors.length(Arrays.copyOf(at, d))) || s >= mostLength) {
      return Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < points.size(); i++) {
      if (!term.takes(z(at, i))) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double[] gradient = new double[d + 2];
    derivatives(at, weight, term, gradient, new DMatrixRMaj(d + 2, d + 2));
    return Vectors.dot(gradient, direction);
  }

  private void derivatives(
      double[] at, double weight, Term term, double[] gradient, DMatrixRMaj hessian) {
    double s = at[d + 1];
    double length = Vectors.length(Arrays.copyOf(at, d));
    double gap = (s - length) * (s + length);
    double room = mostLength - s;
    for (int i = 0; i < d; i++) {
      gradient[i] = 2 * at[i] / gap;
      for (int j = 0; j < d; j++) {
        hessian.add(i, j, 4 * at[i] * at[j] / (gap * gap) + (i == j ? 2 / gap : 0));
      }
      hessian.add(i, d + 1, -4 * s * at[i] / (gap * gap));
      hessian.add(d + 1, i, -4 * s * at[i] / (gap * gap));
    }
    gradient[d + 1] = weight - 2 * s / gap + 1 / room;
    hessian.add(d + 1, d + 1, -2 / gap + 4 * s * s / (gap * gap) + 1 / (room * room));
    double[] dz = new double[d + 2];
    for (int i = 0; i < points.size(); i++) {
      int y = points.y()[i];
      for (int j = 0; j < d; j++) {
        dz[j] = -y * points.x()[i][j];
      }
      dz[d] = -y;
      dz[d + 1] = epsilon;
      double z = z(at, i);
      double slope = term.slope(z);
      double curvature = term.curvature(z);
      for (int j = 0; j < d + 2; j++) {
        gradient[j] += slope * dz[j];
        for (int k = 0; k < d + 2; k++) {
          hessian.add(j, k, curvature * dz[j] * dz[k]);
        }
      }
    }
  }
}
