package epsilonlab.ui.theory.perceptron;

import epsilonlab.theory.perceptron.MistakeBound;
import epsilonlab.theory.perceptron.Perceptron;
import epsilonlab.theory.svm.LabelledPoints;
import epsilonlab.ui.theory.page.LabelledPoint;
import java.util.List;

/**
 * A whole run of the perceptron on the points that were placed.
 *
 * @param points the points
 * @param biased whether a constant coordinate of 1 carries a bias
 * @param run every mistake
 * @param bound R, gamma and the bound
 * @param curves the four curves of the proof
 */
record PerceptronRun(
    List<LabelledPoint> points,
    boolean biased,
    Perceptron.Run run,
    MistakeBound bound,
    MistakeBound.Curves curves) {
  /** Where it is ended if no plane separates the points. */
  static final int MOST_MISTAKES = 300;

  private static final double CONSTANT = 1;

  /** Runs; takes a moment. At least one point. */
  static PerceptronRun of(List<LabelledPoint> points, boolean biased) {
    double[][] x = points.stream().map(p -> new double[] {p.x(), p.y()}).toArray(double[][]::new);
    int[] y = points.stream().mapToInt(LabelledPoint::label).toArray();
    LabelledPoints plain = new LabelledPoints(x, y);
    LabelledPoints data = biased ? Perceptron.withConstant(plain, CONSTANT) : plain;
    MistakeBound bound = MistakeBound.of(data);
    // a separable run may take as many as its bound
    Perceptron.Run run = Perceptron.run(data, (int) Math.min(100.0 * MOST_MISTAKES, most(bound)));
    return new PerceptronRun(points, biased, run, bound, bound.curves(run));
  }

  private static double most(MistakeBound bound) {
    return bound.margin().separates()
        ? Math.max(1, Math.ceil(bound.mostMistakes()))
        : MOST_MISTAKES;
  }

  int mistakes() {
    return run.mistakes().size();
  }

  boolean isSeparable() {
    return bound.margin().separates();
  }
}
