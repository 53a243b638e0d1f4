package epsilonlab.report;

import epsilonlab.privacy.GaussianMechanism;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * The guarantee of the Gaussian mechanism as a second scale over the variance of the noise on a
 * mean: at {@link MeanTables#DELTA}, for vectors clipped to length sqrt(d) of which one is replaced
 * by another.
 */
final class EpsilonScale {
  private static final String LABEL = "ε at δ = 10⁻⁵";
  // those that are to be seen first where there is little room
  private static final double[][] ROUND = {{1, 2, 5}, {1.5, 3, 7}};
  private static final int DECADES = 3;
  private static final double LEAST_EPSILON = 1e-4;
  private static final double LEAST_PLACE = 0.02;

  private EpsilonScale() {}

  /**
   * Round epsilons where they are reached.
   *
   * @param n people in the mean
   * @param d dimension
   * @param most variance at the right end of the axis, which begins at 0
   */
  static LineChart.Scale of(int n, int d, double most) {
    double sensitivity = GaussianMechanism.sensitivityOfMean(n, Math.sqrt(d));
    double least = Math.max(LEAST_EPSILON, MeanTables.epsilon(n, d, most));
    int first = (int) Math.floor(Math.log10(least));
    List<LineChart.Tick> ticks = new ArrayList<>();
    ticks.add(new LineChart.Tick(0, "∞"));
    for (double[] mantissas : ROUND) {
      for (int decade = first; decade < first + DECADES; decade++) {
        for (double mantissa : mantissas) {
          double epsilon = mantissa * Math.pow(10, decade);
          double deviation = sensitivity / GaussianMechanism.ratio(epsilon, MeanTables.DELTA);
          double variance = deviation * deviation;
          if (variance >= LEAST_PLACE * most && variance <= most) {
            ticks.add(new LineChart.Tick(variance, Numbers.plain(epsilon)));
          }
        }
      }
    }
    return new LineChart.Scale(LABEL, ticks);
  }
}
