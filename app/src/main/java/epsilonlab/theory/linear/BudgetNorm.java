package epsilonlab.theory.linear;

import epsilonlab.theory.Vectors;

/** The norm that bounds the adversary's change, and its dual norm, which says what it achieves. */
public enum BudgetNorm {
  /** The largest component; its dual is the sum of the absolute values. */
  LINF("linf") {
    @Override
    public double length(double[] v) {
      return Vectors.largest(v);
    }

    @Override
    public double dualLength(double[] w) {
      return Vectors.absoluteSum(w);
    }

    @Override
    public double[] steepest(double[] w) {
      double[] unit = new double[w.length];
      for (int i = 0; i < w.length; i++) {
        unit[i] = Math.signum(w[i]);
      }
      return unit;
    }

    @Override
    public double[] project(double[] v, double radius) {
      double[] inside = new double[v.length];
      for (int i = 0; i < v.length; i++) {
        inside[i] = Math.max(-radius, Math.min(radius, v[i]));
      }
      return inside;
    }
  },
  /** The Euclidean length, which is its own dual. */
  L2("l2") {
    @Override
    public double length(double[] v) {
      return Vectors.length(v);
    }

    @Override
    public double dualLength(double[] w) {
      return Vectors.length(w);
    }

    @Override
    public double[] steepest(double[] w) {
      double length = Vectors.length(w);
      return length == 0 ? new double[w.length] : Vectors.times(1 / length, w);
    }

    @Override
    public double[] project(double[] v, double radius) {
      double length = Vectors.length(v);
      return length <= radius ? v.clone() : Vectors.times(radius / length, v);
    }
  };

  private final String id;

  BudgetNorm(String id) {
    this.id = id;
  }

  /** The name in results: "linf" or "l2". */
  public String id() {
    return id;
  }

  /** ||v||_p. */
  public abstract double length(double[] v);

  /** ||w||_q with 1/p + 1/q = 1: the largest w . d over all d with ||d||_p <= 1. */
  public abstract double dualLength(double[] w);

  /**
   * The d with ||d||_p <= 1 for which w . d is largest; where several are (l-infinity, and a weight
   * of 0), the shortest of them.
   */
  public abstract double[] steepest(double[] w);

  /** The point of the ball ||d||_p <= radius that is next to v in the Euclidean sense. */
  public abstract double[] project(double[] v, double radius);
}
