package epsilonlab.privacy.logistic;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS (Nocedal, 1980; Liu and Nocedal, 1989) with the choices of L-BFGS-B 3.0,
 * which SciPy and so scikit-learn use: ten pairs, a first step of length 1, the line search of
 * {@link MoreThuente}, and a fresh start where that gets stuck.
 *
 * @param tolerance stops when no component of the gradient is larger
 * @param mostIterations stops after so many
 */
public record Lbfgs(double tolerance, int mostIterations) {
  private static final int PAIRS = 10;
  private static final int MOST_LOOKS = 50;
  private static final double EPSILON = Math.ulp(1.0);
  private static final double LEAST_DECREASE = 64 * EPSILON;
  private static final double MOST_STEP = 1e10;

  /** scikit-learn's: 1e-4 and 1,000. */
  public static final Lbfgs SCIKIT_LEARN = new Lbfgs(1e-4, 1000);

  /** Why it stopped. */
  public enum Reason {
    /** The gradient is as small as wanted. */
    GRADIENT,
    /** The value falls by no more than rounding. */
    DECREASE,
    /** There were as many iterations as allowed. */
    ITERATIONS,
    /** No step along the gradient lowers the value. */
    STUCK
  }

  /**
   * Where it ended.
   *
   * @param x the point
   * @param value there
   * @param largestSlope the largest component of the gradient there, absolutely
   */
  public record Minimum(
      double[] x, double value, double largestSlope, int iterations, Reason reason) {}

  /** A step and the change of the gradient along it. */
  private record Pair(double[] step, double[] change, double product) {}

  /**
   * Minimises a function.
   *
   * @param start where to begin; not changed
   * @param between is called after each iteration, and may throw to end the work
   */
  public Minimum minimise(Objective objective, double[] start, Runnable between) {
    return new Run(objective, start).all(between);
  }

  private final class Run {
    private final Objective objective;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private double[] x;
    private double[] gradient;
    private double value;
    private int iterations;

    Run(Objective objective, double[] start) {
      this.objective = objective;
      this.x = start.clone();
      this.gradient = new double[x.length];
      this.value = objective.at(x, gradient);
    }

    Minimum all(Runnable between) {
      while (true) {
        if (largest(gradient) <= tolerance) {
          return ended(Reason.GRADIENT);
        }
        if (iterations >= mostIterations) {
          return ended(Reason.ITERATIONS);
        }
        double before = value;
        if (!step()) {
          if (pairs.isEmpty()) {
            return ended(Reason.STUCK);
          }
          // what was learnt of the curvature misleads here
          pairs.clear();
          continue;
        }
        iterations++;
        between.run();
        double scale = Math.max(1, Math.max(Math.abs(before), Math.abs(value)));
        if (largest(gradient) > tolerance && before - value <= LEAST_DECREASE * scale) {
          return ended(Reason.DECREASE);
        }
      }
    }

    private Minimum ended(Reason reason) {
      return new Minimum(x, value, largest(gradient), iterations, reason);
    }

    private boolean step() {
      double[] direction = direction();
      double slope = dot(direction, gradient);
      if (slope >= 0) {
        return false;
      }
      double first =
          iterations == 0 ? Math.min(1 / Math.sqrt(dot(direction, direction)), MOST_STEP) : 1;
      MoreThuente search = new MoreThuente(value, slope, first, MOST_STEP);
      double[] there = new double[x.length];
      double[] gradientThere = new double[x.length];
      for (int look = 0; look < MOST_LOOKS; look++) {
        double length = search.step();
        for (int i = 0; i < there.length; i++) {
          there[i] = x[i] + length * direction[i];
        }
        double valueThere = objective.at(there, gradientThere);
        double slopeThere = dot(direction, gradientThere);
        MoreThuente.Verdict verdict = search.look(valueThere, slopeThere);
        if (verdict == MoreThuente.Verdict.FOUND
            // at the limit of the rounding: better than nothing if it is lower
            || verdict == MoreThuente.Verdict.STUCK && valueThere < value) {
          remember(there, gradientThere, length, slope, slopeThere);
          x = there;
          gradient = gradientThere;
          value = valueThere;
          return true;
        }
        if (verdict == MoreThuente.Verdict.STUCK) {
          return false;
        }
      }
      return false;
    }

    private void remember(
        double[] there, double[] gradientThere, double length, double slope, double slopeThere) {
      if ((slopeThere - slope) * length <= -EPSILON * slope * length) {
        return;
      }
      double[] step = new double[x.length];
      double[] change = new double[x.length];
      for (int i = 0; i < step.length; i++) {
        step[i] = there[i] - x[i];
        change[i] = gradientThere[i] - gradient[i];
      }
      if (pairs.size() == PAIRS) {
        pairs.removeFirst();
      }
      pairs.addLast(new Pair(step, change, dot(step, change)));
    }

    // the two-loop recursion
    private double[] direction() {
      double[] d = new double[x.length];
      for (int i = 0; i < d.length; i++) {
        d[i] = -gradient[i];
      }
      if (pairs.isEmpty()) {
        return d;
      }
      double[] weights = new double[pairs.size()];
      int k = pairs.size();
      for (Iterator<Pair> back = pairs.descendingIterator(); back.hasNext(); ) {
        Pair pair = back.next();
        weights[--k] = dot(pair.step(), d) / pair.product();
        add(d, -weights[k], pair.change());
      }
      Pair last = pairs.getLast();
      double scale = last.product() / dot(last.change(), last.change());
      for (int i = 0; i < d.length; i++) {
        d[i] *= scale;
      }
      for (Pair pair : pairs) {
        add(d, weights[k++] - dot(pair.change(), d) / pair.product(), pair.step());
      }
      return d;
    }
  }

  private static double dot(double[] a, double[] b) {
    // four sums at once: one alone waits for each addition
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
  }

  private static double largest(double[] gradient) {
    return Arrays.stream(gradient).map(Math::abs).max().orElse(0);
  }
}
