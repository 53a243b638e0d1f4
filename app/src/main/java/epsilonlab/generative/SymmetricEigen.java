package epsilonlab.generative;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (Golub and Van
 * Loan, Matrix Computations, section 8.5): slow for thousands of rows, exact to rounding for the
 * few of a latent space.
 *
 * @param values the largest first
 * @param vectors one a value, each of length 1
 */
record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int MOST_SWEEPS = 100;

  /**
   * Decomposes a matrix, which stays as it is.
   *
   * @param matrix n x n, symmetric, finite
   */
  static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = IntStream.range(0, n).mapToObj(i -> matrix[i].clone()).toArray(double[][]::new);
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      v[i][i] = 1;
    }
    double small = 1e-24 * squares(a, true);
    for (int sweep = 0; sweep < MOST_SWEEPS && squares(a, false) > small; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -a[i][i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[][] vectors = new double[n][n];
    for (int k = 0; k < n; k++) {
      values[k] = a[order[k]][order[k]];
      for (int i = 0; i < n; i++) {
        vectors[k][i] = v[i][order[k]];
      }
    }
    return new SymmetricEigen(values, vectors);
  }

  private static double squares(double[][] a, boolean withDiagonal) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum += i == j && !withDiagonal ? 0 : a[i][j] * a[i][j];
      }
    }
    return sum;
  }

  // makes a[p][q] zero
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (double[] row : a) {
      turn(row, p, q, c, s);
    }
    for (int i = 0; i < a.length; i++) {
      double ap = a[p][i];
      double aq = a[q][i];
      a[p][i] = c * ap - s * aq;
      a[q][i] = s * ap + c * aq;
    }
    for (double[] row : v) {
      turn(row, p, q, c, s);
    }
  }

  private static void turn(double[] row, int p, int q, double c, double s) {
    double atP = row[p];
    double atQ = row[q];
    row[p] = c * atP - s * atQ;
    row[q] = s * atP + c * atQ;
  }
}
