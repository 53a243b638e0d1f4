package epsilonlab.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is measured of membership inference on logistic regression.
 *
 * @param sizes how many training images are members; as many test images are not
 * @param regularisations C of each model, above 0; infinity for no regularisation
 * @param noiseSize n of the models that get noise
 * @param variances of the noise on the parameters, each 0 or more; empty for no such models
 * @param repeats draws of the noise for each variance, 1 to 100,000
 */
public record MembershipSettings(
    List<Integer> sizes,
    List<Double> regularisations,
    int noiseSize,
    List<Double> variances,
    int repeats,
    long seed) {
  /** The exercise's numbers of images. */
  public static final List<Integer> SIZES = List.of(100, 200, 400, 800, 1600, 2500, 5000, 10000);

  /** No regularisation, a little, and more. */
  public static final List<Double> REGULARISATIONS = List.of(Double.POSITIVE_INFINITY, 0.1, 0.01);

  /** The exercise's variances of the noise. */
  public static final List<Double> VARIANCES = List.of(0.0, 0.01, 0.1, 0.5, 1.0, 2.0, 5.0);

  private static final int MOST_REPEATS = 100_000;

  /**
   * Checks every value but whether there are as many images.
   *
   * @throws LabException that names the first one that is out of its range
   */
  public MembershipSettings {
    sizes = List.copyOf(sizes);
    regularisations = List.copyOf(regularisations);
    variances = List.copyOf(variances);
    sizes.forEach(n -> require(n >= 2, "number of images n", n, "at least 2"));
    require(noiseSize >= 2, "number of images for the noise", noiseSize, "at least 2");
    regularisations.forEach(
        c ->
            require(
                c > 0,
                "regulariser C",
                c,
                "above 0, for example 0.1, or inf for no regularisation"));
    variances.forEach(
        variance ->
            require(
                variance >= 0 && Double.isFinite(variance),
                "variance of the noise",
                variance,
                "0 or more"));
    require(
        repeats >= 1 && repeats <= MOST_REPEATS, "number of repeats", repeats, "from 1 to 100000");
  }

  /**
   * Checks that a data set has enough images.
   *
   * @throws LabException that says how many it has
   */
  public void check(DataSet data) {
    int most = mostImages(data);
    List<Integer> wanted = new ArrayList<>(sizes);
    if (!variances.isEmpty()) {
      wanted.add(noiseSize);
    }
    for (int n : wanted) {
      if (n > most) {
        throw new LabException(
            "The number of images n is %d, but %s has not as many members and non-members; its"
                    .formatted(n, data.title())
                + " smaller part has %d images, so choose n up to %d.".formatted(most, most));
      }
    }
  }

  /** The largest n that a data set has members and non-members for. */
  public static int mostImages(DataSet data) {
    return Math.min(data.train().size(), data.test().size());
  }

  private static void require(boolean holds, String what, Number value, String allowed) {
    if (!holds) {
      throw new LabException("The " + what + " is " + value + ", but must be " + allowed + ".");
    }
  }

  /** Every setting by its name on the command line. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sizes", sizes);
    map.put("c", regularisations);
    map.put("noise-size", noiseSize);
    map.put("variances", variances);
    map.put("repeats", repeats);
    map.put("seed", seed);
    return map;
  }
}
