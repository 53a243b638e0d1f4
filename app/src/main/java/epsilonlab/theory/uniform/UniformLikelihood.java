package epsilonlab.theory.uniform;

import epsilonlab.engine.LabException;

/**
 * The likelihood of the ends a and b of a uniform distribution, given draws from it: (b - a)^-n
 * where all draws lie in [a, b], else 0. It is largest for the smallest and the largest draw.
 *
 * @param draws n of them, not all equal; nobody may change them
 */
public record UniformLikelihood(double[] draws) {
  /** Refuses draws that fix no interval. */
  public UniformLikelihood {
    if (draws.length < 2 || !(smallest(draws) < largest(draws))) {
      throw new LabException("At least two different draws are needed; draw more.");
    }
  }

  /** The estimate of a: the smallest draw. */
  public double smallest() {
    return smallest(draws);
  }

  /** The estimate of b: the largest draw. */
  public double largest() {
    return largest(draws);
  }

  private static double smallest(double[] draws) {
    double smallest = draws[0];
    for (double draw : draws) {
      smallest = Math.min(smallest, draw);
    }
    return smallest;
  }

  private static double largest(double[] draws) {
    double largest = draws[0];
    for (double draw : draws) {
      largest = Math.max(largest, draw);
    }
    return largest;
  }

  /** The logarithm of the likelihood; minus infinity where a draw lies outside. */
  public double logLikelihood(double a, double b) {
    return a <= smallest() && b >= largest()
        ? -draws.length * Math.log(b - a)
        : Double.NEGATIVE_INFINITY;
  }

  /** The likelihood over its largest value, in [0, 1]: what a surface shows. */
  public double relativeLikelihood(double a, double b) {
    return Math.exp(logLikelihood(a, b) - logLikelihood(smallest(), largest()));
  }

  /** An estimate of a without bias: (n min - max) / (n - 1). */
  public double correctedSmallest() {
    int n = draws.length;
    return (n * smallest() - largest()) / (n - 1);
  }

  /** An estimate of b without bias: (n max - min) / (n - 1). */
  public double correctedLargest() {
    int n = draws.length;
    return (n * largest() - smallest()) / (n - 1);
  }

  /** How far each estimate lies inside on average: (b - a) / (n + 1). */
  public static double bias(double a, double b, int n) {
    return (b - a) / (n + 1);
  }

  /** The variance of each estimate: n (b - a)^2 / ((n + 1)^2 (n + 2)). */
  public static double variance(double a, double b, int n) {
    return n * (b - a) * (b - a) / ((n + 1.0) * (n + 1) * (n + 2));
  }
}
