package epsilonlab.report.figure;

/**
 * The range of an axis during one run: it grows in round steps as values arrive and never shrinks,
 * so that the axis does not jump. Share one between the charts of a run; safe for any thread.
 */
public final class RunningRange {
  private static final double[] NICE = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

  private double low = Double.NaN;
  private double high = Double.NaN;
  private boolean logarithmic;

  /** Forgets what was seen: a new run begins. */
  public synchronized void reset() {
    low = Double.NaN;
    high = Double.NaN;
  }

  /** Takes in [lowest, highest] (finite, above 0 if {@code log}) and returns {min, max}. */
  synchronized double[] cover(double lowest, double highest, boolean log) {
    if (log != logarithmic) {
      logarithmic = log;
      reset();
    }
    if (Double.isNaN(low) || lowest < low) {
      low = log ? downLog(lowest) : lowest >= 0 ? 0 : -up(-lowest);
    }
    if (Double.isNaN(high) || highest > high) {
      high = log ? upLog(highest) : highest <= 0 ? 0 : up(highest);
    }
    if (low >= high) {
      high = log ? low * 10 : low + 1;
    }
    return new double[] {low, high};
  }

  private static double up(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double nice : NICE) {
      if (nice * power >= value * (1 - 1e-9)) {
        return nice * power;
      }
    }
    return 10 * power;
  }

  private static double upLog(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double mantissa = value / power;
    return (mantissa <= 1 + 1e-9 ? 1 : mantissa <= 3 ? 3 : 10) * power;
  }

  private static double downLog(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    return (value / power >= 3 ? 3 : 1) * power;
  }
}
