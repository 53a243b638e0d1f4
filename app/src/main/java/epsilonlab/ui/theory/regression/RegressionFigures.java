package epsilonlab.ui.theory.regression;

import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.ColumnChanges;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.theory.regression.LassoPath;
import java.util.List;
import java.util.stream.IntStream;

/** The path of the coefficients, and the worst change of the data. */
final class RegressionFigures {
  private static final int POINTS = 400;
  private static final double MARGIN = 34;
  // a colour a feature; those without effect are dashed
  private static final List<Hue> HUES =
      List.of(
          SeriesColours.LENET,
          SeriesColours.FGSM_TRAINED,
          SeriesColours.SMALL_CNN,
          SeriesColours.MLP,
          SeriesColours.PGD_TRAINED,
          SeriesColours.LOGISTIC);

  private RegressionFigures() {}

  /** The coefficients against lambda, without a marker. */
  static LineChart path(RegressionState.Problem problem) {
    LassoPath path = problem.path();
    double[] lambdas = new double[POINTS + 1];
    double[][] betas = new double[POINTS + 1][];
    for (int i = 0; i <= POINTS; i++) {
      lambdas[i] = RegressionModel.MOST_LAMBDA * i / POINTS;
      betas[i] = path.at(lambdas[i]);
    }
    LineChart.Builder chart =
        LineChart.builder()
            .x(Axis.fixed(0, RegressionModel.MOST_LAMBDA).withLabel("λ"))
            .y(Axis.fixed(-2.5, 3))
            .legend(LineChart.Legend.NONE)
            .margin(MARGIN)
            .description(
                "The coefficients of the square-root Lasso against its regulariser lambda; all are"
                    + " 0 from "
                    + Numbers.fixed(path.largestLambda(), 2)
                    + " on");
    for (int j = 0; j < HUES.size(); j++) {
      int feature = j;
      double[] beta =
          IntStream.rangeClosed(0, POINTS).mapToDouble(i -> betas[i][feature]).toArray();
      Series line = new Series(name(j), lambdas, beta, HUES.get(j));
      boolean matters = RegressionState.Problem.TRUTH[j] != 0;
      chart.add(
          line.withStyle(matters ? LineStyle.SOLID : LineStyle.DASHED).withWidth(matters ? 3 : 2));
    }
    return chart.build();
  }

  /** The worst Z at lambda. */
  static ColumnChanges worst(RegressionState state) {
    List<String> names =
        IntStream.range(0, HUES.size()).mapToObj(j -> "$β_" + (j + 1) + "$").toList();
    double largest = 0;
    for (double[] column : state.worst()) {
      for (double value : column) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return new ColumnChanges(
        "The worst change Z of the data for lambda " + Numbers.fixed(state.lambda(), 2),
        names,
        HUES,
        state.worst(),
        Math.max(largest, 1e-9));
  }

  static Hue hue(int feature) {
    return HUES.get(feature);
  }

  static String name(int feature) {
    return "β" + (char) ('₁' + feature);
  }
}
