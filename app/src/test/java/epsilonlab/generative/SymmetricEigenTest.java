package epsilonlab.generative;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
  @Test
  void twoByTwoHasItsClosedForm() {
    // (2 1; 1 2): 3 along (1, 1) and 1 along (1, -1)
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
    assertArrayEquals(new double[] {3, 1}, eigen.values(), 1e-12);
    assertEquals(Math.sqrt(0.5), Math.abs(eigen.vectors()[0][0]), 1e-12);
    assertEquals(eigen.vectors()[0][0], eigen.vectors()[0][1], 1e-12);
    assertEquals(eigen.vectors()[1][0], -eigen.vectors()[1][1], 1e-12);
  }

  @Test
  void secondDifferencesHaveTheirKnownSpectrum() {
    // the matrix with 2 on the diagonal and -1 beside it: 2 - 2 cos(k pi / (n + 1))
    int n = 12;
    double[][] matrix = new double[n][n];
    double[] expected = new double[n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 2;
      if (i > 0) {
        matrix[i][i - 1] = -1;
        matrix[i - 1][i] = -1;
      }
      expected[i] = 2 - 2 * Math.cos((n - i) * Math.PI / (n + 1));
    }
    assertArrayEquals(expected, SymmetricEigen.of(matrix).values(), 1e-12);
  }

  @Test
  void vectorsAreOrthonormalAndRebuildTheMatrix() {
    int n = 20;
    SplittableRandom random = new SplittableRandom(7);
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.nextGaussian();
        matrix[j][i] = matrix[i][j];
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(matrix);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double product = 0;
        double rebuilt = 0;
        for (int k = 0; k < n; k++) {
          product += eigen.vectors()[i][k] * eigen.vectors()[j][k];
          rebuilt += eigen.values()[k] * eigen.vectors()[k][i] * eigen.vectors()[k][j];
        }
        assertEquals(i == j ? 1 : 0, product, 1e-10);
        assertEquals(matrix[i][j], rebuilt, 1e-10);
      }
    }
  }
}
