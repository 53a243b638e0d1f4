package epsilonlab.theory;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The differences found on one random instance. A difference is measured against the size of what
 * is compared, or against 1 where that is smaller.
 */
public final class Findings {
  private final Map<Claim, Double> differences = new LinkedHashMap<>();

  /** Two numbers that the claim says are equal. */
  public void equal(Claim claim, double one, double other) {
    // equal infinities differ by nothing
    found(claim, one == other ? 0 : Math.abs(one - other), one, other);
  }

  /** Two vectors that the claim says are equal; the components' largest difference counts. */
  public void equal(Claim claim, double[] one, double[] other) {
    double difference = one.length == other.length ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      difference = Math.max(difference, Math.abs(one[i] - other[i]));
    }
    found(claim, difference, Vectors.largest(one), Vectors.largest(other));
  }

  /** A number that the claim says is never above another; what it is too large by counts. */
  public void atMost(Claim claim, double value, double bound) {
    found(claim, value <= bound ? 0 : value - bound, value, bound);
  }

  private void found(Claim claim, double difference, double one, double other) {
    double relative = difference / Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    // NaN must not hide behind a comparison
    double kept = Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative;
    differences.merge(claim, kept, Math::max);
  }

  /** Whether this instance says something about a claim. */
  public boolean concerns(Claim claim) {
    return differences.containsKey(claim);
  }

  /** The largest difference found for a claim; 0 where this instance says nothing about it. */
  public double largest(Claim claim) {
    return differences.getOrDefault(claim, 0.0);
  }
}
