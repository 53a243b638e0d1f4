package epsilonlab.theory.perceptron;

import epsilonlab.theory.Vectors;
import epsilonlab.theory.svm.LabelledPoints;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The plane through the origin that stands furthest from all points, each on its right side. Its
 * direction is that of the point of the convex hull of all y_i x_i that is next to the origin,
 * found by Wolfe's method (Finding the nearest point in a polytope, 1976), which is exact.
 *
 * @param direction w* of length 1; zeros where no plane through the origin separates
 * @param gamma the smallest y_i w* . x_i; 0 where no plane separates
 */
public record BestMargin(double[] direction, double gamma) {
  private static final int MOST_STEPS = 10_000;
  private static final double TOLERANCE = 1e-13;

  /** Finds it. */
  public static BestMargin of(LabelledPoints points) {
    double[][] signed = new double[points.size()][];
    double scale = 0;
    for (int i = 0; i < signed.length; i++) {
      signed[i] = Vectors.times(points.y()[i], points.x()[i]);
      scale = Math.max(scale, Vectors.length(signed[i]));
    }
    double[] next = nearest(signed, scale);
    double length = Vectors.length(next);
    if (length <= 1e-9 * scale) {
      return new BestMargin(new double[points.dimension()], 0);
    }
    double[] direction = Vectors.times(1 / length, next);
    double gamma = Double.POSITIVE_INFINITY;
    for (double[] point : signed) {
      gamma = Math.min(gamma, Vectors.dot(direction, point));
    }
    return gamma > 0
        ? new BestMargin(direction, gamma)
        : new BestMargin(new double[points.dimension()], 0);
  }

  /** Whether some plane through the origin has every point on its right side. */
  public boolean separates() {
    return gamma > 0;
  }

  private static double[] nearest(double[][] points, double scale) {
    List<double[]> corners = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    corners.add(points[0]);
    weights.add(1.0);
    double[] x = points[0];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] furthest = points[0];
      for (double[] point : points) {
        if (Vectors.dot(x, point) < Vectors.dot(x, furthest)) {
          furthest = point;
        }
      }
      if (Vectors.dot(x, x) - Vectors.dot(x, furthest) <= TOLERANCE * scale * scale
          || corners.contains(furthest)) {
        break;
      }
      corners.add(furthest);
      weights.add(0.0);
      reduce(corners, weights);
      x = combine(corners, weights);
    }
    return x;
  }

  // moves to the affine hull's point next to the origin, or as far towards it as the simplex goes
  private static void reduce(List<double[]> corners, List<Double> weights) {
    while (true) {
      double[] affine = affine(corners);
      double part = 1;
      for (int i = 0; i < affine.length; i++) {
        if (affine[i] <= 1e-14 && weights.get(i) - affine[i] > 0) {
          part = Math.min(part, weights.get(i) / (weights.get(i) - affine[i]));
        }
      }
      for (int i = 0; i < affine.length; i++) {
        weights.set(i, weights.get(i) + part * (affine[i] - weights.get(i)));
      }
      if (part == 1) {
        return;
      }
      for (int i = affine.length - 1; i >= 0; i--) {
        if (weights.get(i) <= 1e-14) {
          weights.remove(i);
          corners.remove(i);
        }
      }
    }
  }

  // weights that add up to 1 and make the combination shortest
  private static double[] affine(List<double[]> corners) {
    int n = corners.size();
    DMatrixRMaj system = new DMatrixRMaj(n + 1, n + 1);
    DMatrixRMaj right = new DMatrixRMaj(n + 1, 1);
    right.set(n, 0, 1);
    for (int i = 0; i < n; i++) {
      system.set(n, i, 1);
      system.set(i, n, 1);
      for (int j = 0; j < n; j++) {
        system.set(i, j, Vectors.dot(corners.get(i), corners.get(j)));
      }
    }
    DMatrixRMaj solution = new DMatrixRMaj(n + 1, 1);
    CommonOps_DDRM.solve(system, right, solution);
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = solution.get(i, 0);
    }
    return weights;
  }

  private static double[] combine(List<double[]> corners, List<Double> weights) {
    double[] sum = new double[corners.get(0).length];
    for (int i = 0; i < corners.size(); i++) {
      sum = Vectors.plus(sum, weights.get(i), corners.get(i));
    }
    return sum;
  }
}
