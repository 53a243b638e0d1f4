package epsilonlab.defence;

/**
 * The image that minimises half its squared distance from a given one plus {@code weight} times its
 * total variation, by Chambolle's projections of the dual, "An Algorithm for Total Variation
 * Minimization and Applications" (2004). Plain Java: automatic differentiation does not see it.
 */
final class TotalVariationSolver {
  // a quarter converges in practice, as the paper says
  private static final float TAU = 0.25f;

  private final int height;
  private final int width;
  private final float weight;
  private final int iterations;

  TotalVariationSolver(int height, int width, double weight, int iterations) {
    this.height = height;
    this.width = width;
    this.weight = (float) weight;
    this.iterations = iterations;
  }

  /** Replaces the image that begins at {@code from} by the minimiser. */
  void solve(float[] pixels, int from) {
    int size = height * width;
    float[] down = new float[size];
    float[] right = new float[size];
    float[] residual = new float[size];
    for (int i = 0; i < iterations; i++) {
      residual(pixels, from, down, right, residual);
      ascend(residual, down, right);
    }
    residual(pixels, from, down, right, residual);
    for (int p = 0; p < size; p++) {
      pixels[from + p] = -weight * residual[p];
    }
  }

  // the divergence of the dual field minus the image over the weight
  private void residual(float[] pixels, int from, float[] down, float[] right, float[] residual) {
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int p = row * width + column;
        float divergence = down[p] + right[p];
        if (row > 0) {
          divergence -= down[p - width];
        }
        if (column > 0) {
          divergence -= right[p - 1];
        }
        residual[p] = divergence - pixels[from + p] / weight;
      }
    }
  }

  private void ascend(float[] residual, float[] down, float[] right) {
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int p = row * width + column;
        float stepDown = row + 1 < height ? residual[p + width] - residual[p] : 0;
        float stepRight = column + 1 < width ? residual[p + 1] - residual[p] : 0;
        float scale = 1 + TAU * (float) Math.sqrt(stepDown * stepDown + stepRight * stepRight);
        down[p] = (down[p] + TAU * stepDown) / scale;
        right[p] = (right[p] + TAU * stepRight) / scale;
      }
    }
  }
}
