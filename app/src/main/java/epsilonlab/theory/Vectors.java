package epsilonlab.theory;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Sums over plain vectors; none of the arguments is changed. */
public final class Vectors {
  private Vectors() {}

  /** The scalar product. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The Euclidean length, without overflow. */
  public static double length(double[] a) {
    double largest = largest(a);
    if (largest == 0 || Double.isInfinite(largest)) {
      return largest;
    }
    double squares = 0;
    for (double value : a) {
      squares += value / largest * (value / largest);
    }
    return largest * Math.sqrt(squares);
  }

  /** The sum of the absolute values. */
  public static double absoluteSum(double[] a) {
    double sum = 0;
    for (double value : a) {
      sum += Math.abs(value);
    }
    return sum;
  }

  /** The largest absolute value; 0 for an empty vector. */
  public static double largest(double[] a) {
    double largest = 0;
    for (double value : a) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** a + factor b. */
  public static double[] plus(double[] a, double factor, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * b[i];
    }
    return sum;
  }

  /** factor a; without negative zeros, which would be shown. */
  public static double[] times(double factor, double[] a) {
    return Arrays.stream(a).map(value -> factor * value + 0.0).toArray();
  }

  /** Independent draws from the standard normal distribution. */
  public static double[] gaussian(int count, SplittableRandom random) {
    double[] drawn = new double[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = random.nextGaussian();
    }
    return drawn;
  }
}
