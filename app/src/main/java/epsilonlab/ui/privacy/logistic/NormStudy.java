package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.privacy.logistic.Lbfgs;
import epsilonlab.privacy.logistic.LogisticFit;
import epsilonlab.privacy.logistic.LogisticModel;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the weights get, the smaller the gradient at which the solver may stop: without end
 * where the data can be separated and nothing is penalised.
 *
 * @param points from the largest tolerance to the smallest
 */
record NormStudy(List<Point> points) {
  private static final int MOST_ITERATIONS = 3000;
  private static final List<Double> TOLERANCES = List.of(1e-2, 1e-3, 1e-4, 1e-5, 1e-6);

  /** The usual tolerance, scikit-learn's. */
  static final double USUAL = 1e-4;

  /**
   * @param free the norm without a penalty
   * @param held the norm with one
   */
  record Point(double tolerance, double free, double held, double trainAccuracy) {}

  /** Fits; on a job's thread. */
  static NormStudy of(Compute compute, DataSet data, int n, double c) {
    float[] rows = data.train().images(0, n);
    int[] labels = data.train().slice(0, n).labels();
    double[] targets = LogisticModel.oneHot(labels);
    List<Point> points = new ArrayList<>();
    for (double tolerance : TOLERANCES) {
      Lbfgs solver = new Lbfgs(tolerance, MOST_ITERATIONS);
      LogisticModel free =
          LogisticFit.of(compute, rows, targets, n, Double.POSITIVE_INFINITY, solver, () -> {})
              .model();
      LogisticModel held = LogisticFit.of(compute, rows, targets, n, c, solver, () -> {}).model();
      points.add(
          new Point(
              tolerance,
              free.weightNorm(),
              held.weightNorm(),
              free.accuracy(compute, rows, labels)));
    }
    return new NormStudy(List.copyOf(points));
  }

  /** Both norms against one part in 1 / tolerance: further right is more exact. */
  LineChart chart(String held) {
    double[] x = points.stream().mapToDouble(point -> 1 / point.tolerance()).toArray();
    return LineChart.builder()
        .x(
            Axis.fixed(1e2, 1e6)
                .withLog(true)
                .withTicks(1e2, 1e3, 1e4, 1e5, 1e6)
                .withLabel("exactness 1 / tolerance of the gradient"))
        .legend(LineChart.Legend.ABOVE)
        .add(
            new Series(
                    "C = ∞",
                    x,
                    points.stream().mapToDouble(Point::free).toArray(),
                    SeriesColours.MADRY_CNN)
                .withWidth(3)
                .withMarker(Marker.DOT))
        .add(
            new Series(
                    held,
                    x,
                    points.stream().mapToDouble(Point::held).toArray(),
                    SeriesColours.MADRY_CNN)
                .withWidth(1.5)
                .withMarker(Marker.RING))
        .marker(1 / USUAL, "C = ∞")
        .description("Norm of the weights against the exactness of the solver")
        .build();
  }
}
