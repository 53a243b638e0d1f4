package epsilonlab.ui.theory.svm;

import epsilonlab.theory.svm.LabelledPoints;
import epsilonlab.ui.theory.page.LabelledPoint;
import java.util.List;

/**
 * What both problems are solved for.
 *
 * @param points of both classes
 * @param epsilon the adversary's budget
 * @param lambda the machine's regulariser where it is chosen by hand
 * @param tied whether the machine gets the lambda that belongs to epsilon instead
 */
record SvmInput(List<LabelledPoint> points, double epsilon, double lambda, boolean tied) {
  boolean hasBothClasses() {
    return points.stream().anyMatch(point -> point.label() > 0)
        && points.stream().anyMatch(point -> point.label() < 0);
  }

  /** The points for the solvers. */
  LabelledPoints data() {
    double[][] x = points.stream().map(p -> new double[] {p.x(), p.y()}).toArray(double[][]::new);
    int[] y = points.stream().mapToInt(LabelledPoint::label).toArray();
    return new LabelledPoints(x, y);
  }
}
