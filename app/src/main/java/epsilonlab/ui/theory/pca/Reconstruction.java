package epsilonlab.ui.theory.pca;

import epsilonlab.theory.pca.EigenDigits;
import java.util.ArrayList;
import java.util.List;

/**
 * A digit, and what some numbers of components keep of it.
 *
 * @param original 784 pixels in [0, 1]
 * @param pieces the chosen k first, then fixed ones
 */
record Reconstruction(float[] original, List<Piece> pieces) {
  private static final int[] OTHERS = {1, 5, 20, 100, 300};

  /**
   * What k components keep.
   *
   * @param image cut to [0, 1], to be shown
   * @param error the mean squared error of a pixel, before the cut
   */
  record Piece(int k, float[] image, double error) {}

  static Reconstruction of(EigenDigits digits, float[] image, int k) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(piece(digits, image, k));
    for (int other : OTHERS) {
      pieces.add(piece(digits, image, other));
    }
    return new Reconstruction(image, pieces);
  }

  private static Piece piece(EigenDigits digits, float[] image, int k) {
    float[] again = digits.reconstruct(image, k);
    double squares = 0;
    for (int p = 0; p < again.length; p++) {
      double off = again[p] - image[p];
      squares += off * off;
      again[p] = Math.max(0, Math.min(1, again[p]));
    }
    return new Piece(k, again, squares / again.length);
  }
}
