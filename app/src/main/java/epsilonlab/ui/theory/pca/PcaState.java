package epsilonlab.ui.theory.pca;

import epsilonlab.theory.pca.Orthonormal;
import epsilonlab.theory.pca.PrincipalComponents;
import epsilonlab.ui.theory.page.LabelledPoint;
import java.util.List;

/**
 * Points of the plane, a direction that is turned by hand, and the best one.
 *
 * @param x the points around their mean
 * @param meanX the mean
 * @param meanY the mean
 * @param degrees of the direction that is turned, in [0, 180)
 * @param spread ||XD|| along it
 * @param error ||X - X D D^T|| of it
 * @param best the principal components
 */
record PcaState(
    double[][] x,
    double meanX,
    double meanY,
    double degrees,
    double spread,
    double error,
    PrincipalComponents best) {
  /**
   * @param points at least two
   */
  static PcaState of(List<LabelledPoint> points, double degrees) {
    double meanX = points.stream().mapToDouble(LabelledPoint::x).average().orElse(0);
    double meanY = points.stream().mapToDouble(LabelledPoint::y).average().orElse(0);
    double[][] x =
        points.stream()
            .map(point -> new double[] {point.x() - meanX, point.y() - meanY})
            .toArray(double[][]::new);
    double[][] direction = {Orthonormal.at(Math.toRadians(degrees))};
    return new PcaState(
        x,
        meanX,
        meanY,
        degrees,
        PrincipalComponents.spread(x, direction),
        PrincipalComponents.error(x, direction, direction),
        PrincipalComponents.of(x));
  }

  /** ||XD|| along another direction. */
  double spreadAt(double otherDegrees) {
    return PrincipalComponents.spread(
        x, new double[][] {Orthonormal.at(Math.toRadians(otherDegrees))});
  }

  /** The largest ||XD||. */
  double most() {
    return best.largestSpread(1);
  }

  /** Of the best direction, in [0, 180). */
  double bestDegrees() {
    double[] direction = best.directions()[0];
    double angle = Math.toDegrees(Math.atan2(direction[1], direction[0]));
    return (angle + 360) % 180;
  }

  /** The share of the largest that the turned direction has, in [0, 1]. */
  double share() {
    return most() == 0 ? 1 : spread / most();
  }
}
