package epsilonlab.theory.pca;

import epsilonlab.engine.Cancellation;
import epsilonlab.theory.Vectors;
import java.util.SplittableRandom;

/**
 * The best D by multiplying random columns with X^T X again and again (Golub and Van Loan, section
 * 7.3.2): ascent on ||XD||_F with endless steps, without a decomposition.
 */
final class OrthogonalIteration {
  private static final int MOST_STEPS = 20_000;
  private static final double SMALL_GAIN = 1e-16;

  private OrthogonalIteration() {}

  /** Ends when ||XD||_F does not grow any more. */
  static double[][] best(double[][] x, int k, SplittableRandom random) {
    double[][] columns = Orthonormal.random(x[0].length, k, random);
    double before = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      Cancellation.check();
      double[][] next = new double[k][];
      for (int i = 0; i < k; i++) {
        next[i] = new double[x[0].length];
        for (double[] row : x) {
          next[i] = Vectors.plus(next[i], Vectors.dot(row, columns[i]), row);
        }
      }
      columns = Orthonormal.orthonormal(next);
      double now = PrincipalComponents.spread(x, columns);
      if (now - before <= SMALL_GAIN * now) {
        break;
      }
      before = now;
    }
    return columns;
  }
}
