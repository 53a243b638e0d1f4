package epsilonlab.privacy.inference;

import epsilonlab.privacy.Estimate;
import java.util.List;

/**
 * The likelihood-ratio attack of Carlini, Chien, Nasr, Song, Terzis and Tramèr, "Membership
 * Inference Attacks From First Principles" (2022): over shadow models, the {@link Score#LOG_ODDS}
 * of an example is taken to be normal, once for models that learnt it and once for models that did
 * not.
 */
public final class Lira {
  /** How the deviations of the normal distributions are found. */
  public enum Spread {
    /** For every example its own; wants many shadow models. */
    EXAMPLE("example"),
    /** One for all examples, from what is left when each example's mean is taken off. */
    GLOBAL("global");

    private final String id;

    Spread(String id) {
      this.id = id;
    }

    /** The name on the command line. */
    public String id() {
      return id;
    }
  }

  /** From so many shadow models on, an example's own spread is known well enough. */
  public static final int ENOUGH_FOR_OWN_SPREAD = 64;

  private static final double LEAST_DEVIATION = 1e-9;

  private Lira() {}

  /**
   * Knows models that learnt the example: the logarithm of N(score; IN) / N(score; OUT).
   *
   * @param scores of the target, for every example
   * @param shadows scores of every shadow model, for every example
   * @param in which examples each shadow model learnt; at least one and not all models an example,
   *     and two on either side for some example
   */
  public static double[] online(
      double[] scores, List<double[]> shadows, List<boolean[]> in, Spread spread) {
    Normals inside = Normals.of(shadows, in, true, scores.length, spread);
    Normals outside = Normals.of(shadows, in, false, scores.length, spread);
    double[] ratios = new double[scores.length];
    for (int i = 0; i < ratios.length; i++) {
      double a = inside.standardised(scores[i], i);
      double b = outside.standardised(scores[i], i);
      ratios[i] =
          (b * b - a * a) / 2 + Math.log(outside.deviation(i)) - Math.log(inside.deviation(i));
    }
    return ratios;
  }

  /**
   * Knows only models that did not learn the example: how many deviations of OUT the score lies
   * above its mean, which orders examples as the probability Phi of it does.
   *
   * @param in which examples each shadow model learnt, as in {@link #online}
   */
  public static double[] offline(
      double[] scores, List<double[]> shadows, List<boolean[]> in, Spread spread) {
    Normals outside = Normals.of(shadows, in, false, scores.length, spread);
    double[] above = new double[scores.length];
    for (int i = 0; i < above.length; i++) {
      above[i] = outside.standardised(scores[i], i);
    }
    return above;
  }

  /** A normal distribution for every example. */
  private record Normals(double[] means, double[] deviations) {
    static Normals of(
        List<double[]> shadows, List<boolean[]> in, boolean inside, int count, Spread spread) {
      double[] means = new double[count];
      double[] deviations = new double[count];
      double squares = 0;
      long free = 0;
      for (int i = 0; i < count; i++) {
        Estimate estimate = over(shadows, in, inside, i);
        means[i] = estimate.mean();
        deviations[i] = estimate.deviation();
        squares += estimate.deviation() * estimate.deviation() * (estimate.count() - 1);
        free += estimate.count() - 1;
      }
      double all = Math.sqrt(squares / free);
      for (int i = 0; i < count; i++) {
        double chosen = spread == Spread.GLOBAL ? all : deviations[i];
        deviations[i] = Math.max(LEAST_DEVIATION, chosen);
      }
      return new Normals(means, deviations);
    }

    double deviation(int i) {
      return deviations[i];
    }

    double standardised(double score, int i) {
      return (score - means[i]) / deviations[i];
    }
  }

  /** An example's scores under the models that learnt it, or that did not. */
  static Estimate over(List<double[]> shadows, List<boolean[]> in, boolean inside, int example) {
    double origin = Double.NaN;
    Estimate.Sum sum = null;
    for (int k = 0; k < shadows.size(); k++) {
      if (in.get(k)[example] == inside) {
        double value = shadows.get(k)[example];
        if (sum == null) {
          origin = value;
          sum = new Estimate.Sum(origin);
        }
        sum.add(value);
      }
    }
    if (sum == null) {
      throw new IllegalArgumentException("no shadow model for example " + example);
    }
    return sum.estimate();
  }
}
