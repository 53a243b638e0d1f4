package epsilonlab.report.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Round numbers along an axis. */
public final class Ticks {
  private Ticks() {}

  /** Multiples of 1, 2, 2.5 or 5 times a power of ten within [min, max], at most {@code most}. */
  public static double[] linear(double min, double max, int most) {
    double step = step((max - min) / Math.max(1, most - 1));
    if (first(min, step) == last(max, step)) {
      // one number alone gives no scale
      step = step((max - min) / Math.max(2, most));
    }
    long first = first(min, step);
    long last = last(max, step);
    double[] ticks = new double[(int) (last - first + 1)];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = (first + i) * step;
    }
    return ticks;
  }

  /**
   * Every second, fourth … of the ticks, from the first on, so that there are at most {@code most}.
   */
  static double[] thinned(double[] ticks, int most) {
    int step = 1;
    while ((ticks.length + step - 1) / step > Math.max(2, most)) {
      step *= 2;
    }
    double[] kept = new double[(ticks.length + step - 1) / step];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = ticks[i * step];
    }
    return kept;
  }

  private static long first(double min, double step) {
    return (long) Math.ceil(min / step - 1e-9);
  }

  private static long last(double max, double step) {
    return (long) Math.floor(max / step + 1e-9);
  }

  /** The smallest of 1, 2, 2.5 or 5 times a power of ten that is no less. */
  static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double nice : new double[] {1, 2, 2.5, 5}) {
      if (nice * power >= least * (1 - 1e-9)) {
        return nice * power;
      }
    }
    return 10 * power;
  }

  /** 1 and 3 times powers of ten, or powers of ten alone where those would be too many. */
  static double[] log(double min, double max, int most) {
    double[] both = logs(min, max, 1, 3);
    if (both.length <= most) {
      return both;
    }
    double[] powers = logs(min, max, 1);
    int every = (int) Math.ceil(powers.length / (double) Math.max(1, most));
    double[] kept = new double[(powers.length + every - 1) / every];
    Arrays.setAll(kept, i -> powers[i * every]);
    return kept;
  }

  private static double[] logs(double min, double max, double... mantissas) {
    DoubleStream.Builder out = DoubleStream.builder();
    int last = (int) Math.floor(Math.log10(max) + 1e-9);
    for (int k = (int) Math.floor(Math.log10(min)); k <= last; k++) {
      for (double m : mantissas) {
        double value = m * Math.pow(10, k);
        if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) {
          out.add(value);
        }
      }
    }
    return out.build().toArray();
  }
}
