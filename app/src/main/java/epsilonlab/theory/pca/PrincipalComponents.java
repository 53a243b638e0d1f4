package epsilonlab.theory.pca;

import epsilonlab.theory.Vectors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The right singular vectors of a matrix X of n points (rows) in d dimensions. Among all D with k
 * orthonormal columns the first k of them make ||XD||_F largest, and so ||X - X D D^T||_F smallest
 * (Eckart and Young, 1936): they are the best linear autoencoder.
 *
 * @param values the singular values, the largest first; min(n, d) of them
 * @param directions one a value, each of length 1 and d coordinates
 */
public record PrincipalComponents(double[] values, double[][] directions) {
  /** Decomposes X, which is not centred here and stays as it is. */
  public static PrincipalComponents of(double[][] x) {
    int d = x[0].length;
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(x.length, d, false, true, true);
    if (!svd.decompose(new DMatrixRMaj(x))) {
      throw new IllegalArgumentException("a matrix without singular values");
    }
    double[] found = svd.getSingularValues();
    DMatrixRMaj transposed = svd.getV(null, true);
    int[] order =
        IntStream.range(0, Math.min(x.length, d))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -found[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = Arrays.stream(order).mapToDouble(i -> found[i]).toArray();
    double[][] directions = new double[order.length][d];
    for (int k = 0; k < order.length; k++) {
      for (int j = 0; j < d; j++) {
        directions[k][j] = transposed.get(order[k], j);
      }
    }
    return new PrincipalComponents(values, directions);
  }

  /** The first k directions, the columns of the best D. */
  public double[][] first(int k) {
    return Arrays.copyOf(directions, k);
  }

  /** The largest ||XD||_F with k columns: the root of the k largest squared values' sum. */
  public double largestSpread(int k) {
    return Vectors.length(Arrays.copyOf(values, k));
  }

  /** The smallest ||X - X D D^T||_F with k columns, from the values that are left out. */
  public double smallestError(int k) {
    return Vectors.length(Arrays.copyOfRange(values, k, values.length));
  }

  /**
   * ||XD||_F.
   *
   * @param columns the columns of D
   */
  public static double spread(double[][] x, double[][] columns) {
    return Math.sqrt(
        Arrays.stream(x)
            .mapToDouble(
                row ->
                    Arrays.stream(columns)
                        .mapToDouble(column -> Vectors.dot(row, column))
                        .map(product -> product * product)
                        .sum())
            .sum());
  }

  /**
   * ||X - X D E^T||_F: what a linear autoencoder leaves out; E = D for orthonormal columns.
   *
   * @param encoder the columns of D
   * @param decoder the columns of E, as many
   */
  public static double error(double[][] x, double[][] encoder, double[][] decoder) {
    double sum = 0;
    for (double[] row : x) {
      double[] left = row;
      for (int k = 0; k < encoder.length; k++) {
        left = Vectors.plus(left, -Vectors.dot(row, encoder[k]), decoder[k]);
      }
      sum += Vectors.dot(left, left);
    }
    return Math.sqrt(sum);
  }

  /** The points minus their mean. */
  public static double[][] centred(double[][] x) {
    double[] mean = new double[x[0].length];
    for (double[] row : x) {
      mean = Vectors.plus(mean, 1.0 / x.length, row);
    }
    double[] middle = mean;
    return Arrays.stream(x).map(row -> Vectors.plus(row, -1, middle)).toArray(double[][]::new);
  }
}
