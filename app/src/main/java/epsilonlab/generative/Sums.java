package epsilonlab.generative;

import java.util.List;

/** Adds what shards measured, always in the same order. */
final class Sums {
  private Sums() {}

  static double[] of(List<double[]> parts) {
    double[] sums = new double[parts.get(0).length];
    for (double[] part : parts) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += part[i];
      }
    }
    return sums;
  }
}
