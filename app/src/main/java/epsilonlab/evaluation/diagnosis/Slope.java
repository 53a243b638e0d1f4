package epsilonlab.evaluation.diagnosis;

/**
 * What matters of a gradient.
 *
 * @param norm its Euclidean length
 * @param zero the fraction of entries that are exactly 0 or not a number: they tell no direction
 */
record Slope(double norm, double zero) {
  // where nearly all pixels have no slope, a step has nowhere to go
  private static final double MOSTLY = 0.95;

  static Slope of(float[] gradient) {
    double squares = 0;
    int silent = 0;
    for (float entry : gradient) {
      squares += (double) entry * entry;
      silent += entry == 0 || !Float.isFinite(entry) ? 1 : 0;
    }
    return new Slope(Math.sqrt(squares), (double) silent / gradient.length);
  }

  boolean isVanishing() {
    return zero >= MOSTLY || !Double.isFinite(norm);
  }
}
