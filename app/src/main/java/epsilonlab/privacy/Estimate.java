package epsilonlab.privacy;

/**
 * A mean over repeats.
 *
 * @param mean of the repeats that count; NaN if none does
 * @param deviation the standard deviation among them; 0 for one
 * @param count how many count
 */
public record Estimate(double mean, double deviation, long count) {
  /** The standard error of the mean; NaN for fewer than two repeats, which do not tell it. */
  public double standardError() {
    return count < 2 ? Double.NaN : deviation / Math.sqrt(count);
  }

  /** Sums of values and of squares, so that shards can be added in order. */
  public static final class Sum {
    private double sum;
    private double squares;
    private long count;
    // taken off every value, so that the squares do not swamp the variance
    private final double origin;

    /**
     * @param origin a value near the mean
     */
    public Sum(double origin) {
      this.origin = origin;
    }

    /** Takes a value in. */
    public void add(double value) {
      double off = value - origin;
      sum += off;
      squares += off * off;
      count++;
    }

    /** Takes another sum with the same origin in. */
    public void add(Sum other) {
      if (other.origin != origin) {
        throw new IllegalArgumentException("sums around different values");
      }
      sum += other.sum;
      squares += other.squares;
      count += other.count;
    }

    /** What it comes to. */
    public Estimate estimate() {
      if (count == 0) {
        return new Estimate(Double.NaN, Double.NaN, 0);
      }
      double mean = sum / count;
      double variance = count == 1 ? 0 : (squares - sum * mean) / (count - 1);
      return new Estimate(origin + mean, Math.sqrt(Math.max(0, variance)), count);
    }
  }
}
