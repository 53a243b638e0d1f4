package epsilonlab.theory.pca;

import epsilonlab.theory.Vectors;
import java.util.SplittableRandom;

/** Columns of length 1 at right angles. */
public final class Orthonormal {
  private Orthonormal() {}

  /** A plane's direction at this angle from the first axis, in radians. */
  public static double[] at(double angle) {
    return new double[] {Math.cos(angle), Math.sin(angle)};
  }

  /** k random columns of d coordinates, all subspaces alike. */
  static double[][] random(int d, int k, SplittableRandom random) {
    double[][] columns = new double[k][];
    for (int i = 0; i < k; i++) {
      columns[i] = Vectors.gaussian(d, random);
    }
    return orthonormal(columns);
  }

  /** Gram and Schmidt's, twice, so that rounding leaves no angle. */
  static double[][] orthonormal(double[][] columns) {
    double[][] result = new double[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      double[] column = columns[i];
      for (int round = 0; round < 2; round++) {
        for (int j = 0; j < i; j++) {
          column = Vectors.plus(column, -Vectors.dot(column, result[j]), result[j]);
        }
        column = Vectors.times(1 / Vectors.length(column), column);
      }
      result[i] = column;
    }
    return result;
  }

  /** The same columns, one of them turned by a small angle towards where it is told. */
  static double[][] turned(double[][] columns, int which, double angle, double[] towards) {
    double[][] changed = columns.clone();
    changed[which] =
        Vectors.plus(Vectors.times(Math.cos(angle), columns[which]), Math.sin(angle), towards);
    return orthonormal(changed);
  }
}
