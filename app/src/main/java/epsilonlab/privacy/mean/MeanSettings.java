package epsilonlab.privacy.mean;

import epsilonlab.engine.LabException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is simulated of membership inference on a Gaussian mean.
 *
 * @param n members, and as many non-members, 1 to 100,000
 * @param dimensions of the data for the curve against d, each 1 to 100,000
 * @param variances of the noise on the mean for the curve against noise, each 0 or more
 * @param noiseDimension d of the curve against noise
 * @param repeats 1 to 100,000,000
 * @param simulation how the scores are drawn
 * @param score what the attacker computes
 */
public record MeanSettings(
    int n,
    List<Integer> dimensions,
    List<Double> variances,
    int noiseDimension,
    int repeats,
    Simulation simulation,
    MeanScore score,
    long seed) {
  private static final int MOST = 100_000;
  private static final int MOST_NUMBERS = 50_000_000;
  private static final int MOST_REPEATS = 100_000_000;

  /** The exercise's dimensions. */
  public static final List<Integer> DIMENSIONS = List.of(10, 20, 50, 100, 200, 500);

  /**
   * Checks every value.
   *
   * @throws LabException that names the first one that is out of its range
   */
  public MeanSettings {
    dimensions = List.copyOf(dimensions);
    variances = List.copyOf(variances);
    within("number of people n", n);
    dimensions.forEach(d -> within("dimension d", d));
    require(
        repeats >= 1 && repeats <= MOST_REPEATS,
        "number of repeats",
        repeats,
        "from 1 to 100000000");
    int most = Math.max(noiseDimension, dimensions.stream().mapToInt(d -> d).max().orElse(1));
    within("dimension d for the noise", noiseDimension);
    affordable(n, most, simulation);
    variances.forEach(MeanSettings::checkVariance);
  }

  /** The exercise's score. */
  public MeanSettings(
      int n,
      List<Integer> dimensions,
      List<Double> variances,
      int noiseDimension,
      int repeats,
      Simulation simulation,
      long seed) {
    this(n, dimensions, variances, noiseDimension, repeats, simulation, MeanScore.PRODUCT, seed);
  }

  /** Checks one setting of each. */
  static void check(int n, int d, double variance, Simulation simulation) {
    within("number of people n", n);
    within("dimension d", d);
    affordable(n, d, simulation);
    checkVariance(variance);
  }

  private static void affordable(int n, int d, Simulation simulation) {
    require(
        simulation == Simulation.REDUCED || (long) n * d <= MOST_NUMBERS,
        "number of values n times d",
        (long) n * d,
        "at most " + MOST_NUMBERS + "; the reduced simulation has no such limit");
  }

  private static void checkVariance(double variance) {
    require(
        variance >= 0 && Double.isFinite(variance), "variance of the noise", variance, "0 or more");
  }

  private static void within(String what, int value) {
    require(value >= 1 && value <= MOST, what, value, "from 1 to " + MOST);
  }

  private static void require(boolean holds, String what, Number value, String allowed) {
    if (!holds) {
      throw new LabException("The " + what + " is " + value + ", but must be " + allowed + ".");
    }
  }

  /** Every setting by its name on the command line. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", n);
    map.put("dimensions", dimensions);
    map.put("variances", variances);
    map.put("dimension", noiseDimension);
    map.put("repeats", repeats);
    map.put("reduced", simulation == Simulation.REDUCED);
    map.put("score", score.id());
    map.put("seed", seed);
    return map;
  }
}
