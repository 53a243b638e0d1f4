package epsilonlab.attack;

import epsilonlab.model.Network;
import java.util.Arrays;

/**
 * The binary search of {@link CarliniWagner} for the smallest constant that leads to success, of
 * each image for itself.
 */
final class ConstantSearch {
  private static final double GROWTH = 10;

  private final MarginDescent descent;
  private final SmallestSeen seen;

  /**
   * @param confidence by how much the margin must be above 0
   * @param abortEarly whether an image that gets no better is left alone
   */
  ConstantSearch(
      Network network,
      Examples examples,
      int steps,
      double learningRate,
      double confidence,
      boolean abortEarly) {
    seen = new SmallestSeen(examples.images());
    descent =
        new MarginDescent(network, examples, steps, learningRate, confidence, abortEarly, seen);
  }

  /**
   * Searches.
   *
   * @param rounds how many constants it tries
   * @param first the first of them
   * @return the pixels of the nearest images with success, or of the originals
   */
  float[] run(int rounds, double first) {
    int[] left = descent.begin();
    double[] low = new double[seen.count()];
    double[] high = new double[seen.count()];
    double[] constants = new double[seen.count()];
    Arrays.fill(high, Double.POSITIVE_INFINITY);
    Arrays.fill(constants, first);
    for (int round = 0; round < rounds && left.length > 0; round++) {
      boolean[] success = descent.run(left, constants);
      for (int i : left) {
        if (success[i]) {
          high[i] = constants[i];
        } else {
          low[i] = constants[i];
        }
        constants[i] = Double.isInfinite(high[i]) ? GROWTH * constants[i] : (low[i] + high[i]) / 2;
      }
    }
    return seen.pixels();
  }
}
