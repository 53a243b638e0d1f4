package epsilonlab.evaluation;

import epsilonlab.attack.Norm;

/**
 * How large a change of an image is.
 *
 * @param linf the largest change of a pixel
 * @param l2 the Euclidean length
 * @param l0 the number of changed pixels
 */
public record Norms(double linf, double l2, int l0) {
  /** The size of {@code changed - original}, computed in double precision. */
  public static Norms between(float[] original, float[] changed) {
    double largest = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < original.length; i++) {
      double difference = Math.abs((double) changed[i] - original[i]);
      largest = Math.max(largest, difference);
      squares += difference * difference;
      if (difference > 0) {
        count++;
      }
    }
    return new Norms(largest, Math.sqrt(squares), count);
  }

  /** The size in one of the norms. */
  public double in(Norm norm) {
    return switch (norm) {
      case LINF -> linf;
      case L2 -> l2;
      case L0 -> l0;
    };
  }
}
