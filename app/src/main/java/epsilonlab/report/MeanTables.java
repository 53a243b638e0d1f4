package epsilonlab.report;

import epsilonlab.privacy.GaussianMechanism;
import epsilonlab.privacy.mean.DimensionPoint;
import epsilonlab.privacy.mean.NoisePoint;
import epsilonlab.privacy.mean.Theory;
import java.util.List;

/** The numbers of membership inference on a Gaussian mean. */
public final class MeanTables {
  /** The delta for which an epsilon is told. */
  public static final double DELTA = 1e-5;

  private MeanTables() {}

  /** A row for every dimension. */
  public static Table dimensions(int n, List<DimensionPoint> points) {
    Table table =
        new Table("d", "threshold", "same data", "fresh data", "standard error", "theory");
    for (DimensionPoint point : points) {
      table.add(
          point.d(),
          point.threshold().mean(),
          point.sameData().mean(),
          point.freshData().mean(),
          point.freshData().standardError(),
          Theory.accuracy(n, point.d(), 0));
    }
    return table;
  }

  /** A row for every variance. */
  public static Table noise(int n, int d, List<NoisePoint> points) {
    Table table = new Table("variance", "norm", "accuracy", "standard error", "theory", "epsilon");
    for (NoisePoint point : points) {
      table.add(
          point.variance(),
          point.norm().mean(),
          point.accuracy().mean(),
          point.accuracy().standardError(),
          Theory.accuracy(n, d, point.variance()),
          epsilon(n, d, point.variance()));
    }
    return table;
  }

  /**
   * The smallest epsilon for which the noisy mean is (epsilon, {@link #DELTA})-private, if every
   * vector is clipped to length sqrt(d) and one is replaced by another; infinite without noise.
   */
  public static double epsilon(int n, int d, double variance) {
    double sensitivity = GaussianMechanism.sensitivityOfMean(n, Math.sqrt(d));
    return GaussianMechanism.epsilon(sensitivity / Math.sqrt(variance), DELTA);
  }
}
