package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/** How many pixels an l0 attack may change, from its epsilon. */
final class PixelBudget {
  private PixelBudget() {}

  /**
   * The number for each image, rounded down.
   *
   * @param epsilon a scalar, or N x 1 x 1 x 1
   */
  static int[] of(NDArray epsilon, Examples examples) {
    float[] numbers = epsilon.toFloatArray();
    int[] budgets = new int[examples.size()];
    Arrays.setAll(budgets, i -> (int) numbers[numbers.length == 1 ? 0 : i]);
    return budgets;
  }
}
