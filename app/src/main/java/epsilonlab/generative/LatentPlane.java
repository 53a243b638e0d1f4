package epsilonlab.generative;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A flat map through a latent space: an origin and two orthonormal directions. Of a space of one
 * dimension it is a line, and the second direction is 0.
 *
 * @param origin what lies at (0, 0)
 * @param first the direction of x
 * @param second the direction of y
 * @param variance the share of the points' variance that the map keeps, in [0, 1]; NaN if unknown
 */
public record LatentPlane(double[] origin, double[] first, double[] second, double variance) {
  /** The rest of a larger space is idle: its means hardly vary. */
  private static final int MOST_DIMENSIONS = 128;

  /**
   * Two of the dimensions, the others at 0, the middle of the unit Gaussian.
   *
   * @param latent how many there are
   * @param x the one along x, from 0
   * @param y the one along y, from 0; the same as {@code x} for a line
   * @throws IllegalArgumentException if there are no such dimensions
   */
  public static LatentPlane dimensions(int latent, int x, int y) {
    if (x < 0 || y < 0 || x >= latent || y >= latent) {
      throw new IllegalArgumentException(
          "dimensions " + x + " and " + y + " of a space of " + latent);
    }
    double[] first = new double[latent];
    double[] second = new double[latent];
    first[x] = 1;
    if (y != x) {
      second[y] = 1;
    }
    return new LatentPlane(new double[latent], first, second, Double.NaN);
  }

  /**
   * The plane of the two directions in which points vary most, through their mean (principal
   * component analysis; Pearson, 1901). Of two dimensions, and of one, it is the space itself.
   *
   * @param points N x latent, row by row
   */
  public static LatentPlane principal(float[] points, int latent) {
    if (latent <= 2) {
      return dimensions(latent, 0, latent - 1);
    }
    double[] mean = mean(points, latent);
    double[] variances = variances(points, mean);
    int[] kept =
        IntStream.range(0, latent)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -variances[i]))
            .limit(MOST_DIMENSIONS)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    SymmetricEigen eigen = SymmetricEigen.of(covariance(points, mean, kept));
    double all = 0;
    for (double variance : variances) {
      all += variance;
    }
    double share = all == 0 ? Double.NaN : (eigen.values()[0] + eigen.values()[1]) / all;
    return new LatentPlane(
        mean,
        spread(eigen.vectors()[0], kept, latent),
        spread(eigen.vectors()[1], kept, latent),
        share);
  }

  private static double[] mean(float[] points, int latent) {
    double[] mean = new double[latent];
    int count = points.length / latent;
    for (int i = 0; i < points.length; i++) {
      mean[i % latent] += points[i] / (double) count;
    }
    return mean;
  }

  private static double[] variances(float[] points, double[] mean) {
    double[] variances = new double[mean.length];
    int count = points.length / mean.length;
    for (int i = 0; i < points.length; i++) {
      double from = points[i] - mean[i % mean.length];
      variances[i % mean.length] += from * from / count;
    }
    return variances;
  }

  private static double[][] covariance(float[] points, double[] mean, int[] kept) {
    int count = points.length / mean.length;
    double[][] covariance = new double[kept.length][kept.length];
    double[] from = new double[kept.length];
    for (int n = 0; n < count; n++) {
      for (int i = 0; i < kept.length; i++) {
        from[i] = points[n * mean.length + kept[i]] - mean[kept[i]];
      }
      for (int i = 0; i < kept.length; i++) {
        for (int j = 0; j < kept.length; j++) {
          covariance[i][j] += from[i] * from[j] / count;
        }
      }
    }
    return covariance;
  }

  // an axis has no sign of its own: the largest part points up, so that maps are alike
  private static double[] spread(double[] vector, int[] kept, int latent) {
    int largest = 0;
    for (int i = 0; i < vector.length; i++) {
      largest = Math.abs(vector[i]) > Math.abs(vector[largest]) ? i : largest;
    }
    double sign = Math.signum(vector[largest]);
    double[] all = new double[latent];
    for (int i = 0; i < kept.length; i++) {
      all[kept[i]] = sign * vector[i];
    }
    return all;
  }

  /** How many dimensions the space has. */
  public int latent() {
    return origin.length;
  }

  /** Whether it is a line. */
  public boolean isLine() {
    for (double part : second) {
      if (part != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The places of points on the map.
   *
   * @param points N x latent
   * @return N x 2: x, y
   */
  public float[] project(float[] points) {
    int latent = latent();
    float[] places = new float[points.length / latent * 2];
    for (int n = 0; n < places.length / 2; n++) {
      double x = 0;
      double y = 0;
      for (int i = 0; i < latent; i++) {
        double from = points[n * latent + i] - origin[i];
        x += from * first[i];
        y += from * second[i];
      }
      places[2 * n] = (float) x;
      places[2 * n + 1] = (float) y;
    }
    return places;
  }

  /** The point of the space at a place of the map. */
  public float[] lift(double x, double y) {
    float[] point = new float[latent()];
    for (int i = 0; i < point.length; i++) {
      point[i] = (float) (origin[i] + x * first[i] + y * second[i]);
    }
    return point;
  }
}
