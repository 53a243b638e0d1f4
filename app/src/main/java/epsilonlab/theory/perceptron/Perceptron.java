package epsilonlab.theory.perceptron;

import epsilonlab.engine.Cancellation;
import epsilonlab.theory.Vectors;
import epsilonlab.theory.svm.LabelledPoints;
import java.util.ArrayList;
import java.util.List;

/**
 * Rosenblatt's perceptron (1958): looks at the points in turn and adds y x to w at each mistake, y
 * w . x <= 0. It has no bias; {@link #withConstant} gives it one.
 */
public final class Perceptron {
  private Perceptron() {}

  /**
   * One mistake and what was learnt from it.
   *
   * @param point the index of the point
   * @param pass how often all points had been looked at before
   * @param w the weights afterwards
   */
  public record Mistake(int point, int pass, double[] w) {}

  /**
   * A whole run, from weights of 0.
   *
   * @param mistakes in their order
   * @param finished whether a whole pass went without one
   * @param dimension of the weights
   */
  public record Run(List<Mistake> mistakes, boolean finished, int dimension) {
    /** The weights after k mistakes. */
    public double[] weights(int k) {
      return k == 0 ? new double[dimension] : mistakes.get(k - 1).w();
    }

    /** The weights at the end. */
    public double[] weights() {
      return weights(mistakes.size());
    }
  }

  /**
   * Runs until a pass goes without a mistake.
   *
   * @param mostMistakes ends it where no plane separates, at least 1
   */
  public static Run run(LabelledPoints points, int mostMistakes) {
    List<Mistake> mistakes = new ArrayList<>();
    double[] w = new double[points.dimension()];
    for (int pass = 0; ; pass++) {
      Cancellation.check();
      int before = mistakes.size();
      for (int i = 0; i < points.size(); i++) {
        if (points.y()[i] * Vectors.dot(w, points.x()[i]) <= 0) {
          if (mistakes.size() == mostMistakes) {
            return new Run(List.copyOf(mistakes), false, points.dimension());
          }
          w = Vectors.plus(w, points.y()[i], points.x()[i]);
          mistakes.add(new Mistake(i, pass, w));
        }
      }
      if (mistakes.size() == before) {
        return new Run(List.copyOf(mistakes), true, points.dimension());
      }
    }
  }

  /** The same points with another coordinate that is always {@code constant}: it carries a bias. */
  public static LabelledPoints withConstant(LabelledPoints points, double constant) {
    double[][] longer = new double[points.size()][];
    for (int i = 0; i < longer.length; i++) {
      longer[i] = java.util.Arrays.copyOf(points.x()[i], points.dimension() + 1);
      longer[i][points.dimension()] = constant;
    }
    return new LabelledPoints(longer, points.y());
  }
}
