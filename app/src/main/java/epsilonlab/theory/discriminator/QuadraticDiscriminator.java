package epsilonlab.theory.discriminator;

import epsilonlab.theory.Vectors;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * D(x) = 1 / (1 + exp(-(c0 + c1 x + c2 x^2))): between two Gaussians D* has this form. V is concave
 * in c, so Newton's method finds the best.
 */
final class QuadraticDiscriminator {
  private static final int COEFFICIENTS = 3;
  private static final int MOST_STEPS = 200;
  private static final double SMALL_GAIN = 1e-26;

  private QuadraticDiscriminator() {}

  /** Maximises V over c and returns D by cell. */
  static double[] train(DiscriminatorGame game) {
    double[] c = new double[COEFFICIENTS];
    double value = game.value(at(game.p(), c));
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] d = at(game.p(), c);
      double[] gradient = new double[COEFFICIENTS];
      DMatrixRMaj curvature = new DMatrixRMaj(COEFFICIENTS, COEFFICIENTS);
      for (int k = 0; k < d.length; k++) {
        double p = game.p().mass()[k];
        double q = game.q().mass()[k];
        double[] powers = powers(game.p().middle(k));
        for (int i = 0; i < COEFFICIENTS; i++) {
          gradient[i] += (p * (1 - d[k]) - q * d[k]) * powers[i];
          for (int j = 0; j < COEFFICIENTS; j++) {
            curvature.add(i, j, (p + q) * d[k] * (1 - d[k]) * powers[i] * powers[j]);
          }
        }
      }
      DMatrixRMaj move = new DMatrixRMaj(COEFFICIENTS, 1);
      CommonOps_DDRM.solve(curvature, new DMatrixRMaj(COEFFICIENTS, 1, true, gradient), move);
      double gain = Vectors.dot(gradient, move.getData());
      if (!(gain > SMALL_GAIN)) {
        break;
      }
      double length = 1;
      double[] next = Vectors.plus(c, length, move.getData());
      // near the top the gain hides in the value's rounding
      while (length > 1e-9 && !(game.value(at(game.p(), next)) >= value - 1e-13)) {
        length /= 2;
        next = Vectors.plus(c, length, move.getData());
      }
      c = next;
      value = game.value(at(game.p(), c));
    }
    return at(game.p(), c);
  }

  private static double[] at(CellDensity cells, double[] c) {
    double[] d = new double[cells.cells()];
    Arrays.setAll(d, k -> DiscriminatorGame.sigmoid(Vectors.dot(c, powers(cells.middle(k)))));
    return d;
  }

  private static double[] powers(double x) {
    return new double[] {1, x, x * x};
  }
}
