package epsilonlab.privacy.defence;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which defences are measured.
 *
 * @param n members of a split, and as many non-members; at least 2
 * @param repeats splits that share no image, at least 2, so that there is an error
 * @param regularisation C of every model but those that regularisation defends; infinity for none
 * @param strengths the strengths of each defence, in the order in which they are measured
 */
public record DefenceSettings(
    int n, int repeats, double regularisation, Map<Defence, List<Double>> strengths, long seed) {
  /** Splits unless the user wants another number. */
  public static final int REPEATS = 5;

  /**
   * Checks every value but whether there are as many images.
   *
   * @throws LabException that names the first one that is out of its range
   */
  public DefenceSettings {
    Map<Defence, List<Double>> copy = new LinkedHashMap<>();
    strengths.forEach((defence, list) -> copy.put(defence, List.copyOf(list)));
    strengths = Collections.unmodifiableMap(copy);
    require(n >= 2, "number of images n", n, "at least 2");
    require(repeats >= 2, "number of repeats", repeats, "at least 2, for one has no error");
    require(
        regularisation > 0,
        "regulariser C",
        regularisation,
        "above 0, for example 0.1, or inf for no regularisation");
    strengths.forEach((defence, list) -> list.forEach(defence::check));
  }

  /**
   * Checks that a data set has enough images.
   *
   * @throws LabException that says how many it has
   */
  public void check(DataSet data) {
    int most = Math.min(data.train().size(), data.test().size());
    if ((long) n * repeats > most) {
      throw new LabException(
          "There are no %d times %d members and as many non-members in %s; its smaller part has %d images, so choose n up to %d."
              .formatted(repeats, n, data.title(), most, most / repeats));
    }
  }

  private static void require(boolean holds, String what, Number value, String allowed) {
    if (!holds) {
      throw new LabException("The " + what + " is " + value + ", but must be " + allowed + ".");
    }
  }

  /** These defences with the strengths that are worth a look. */
  public static Map<Defence, List<Double>> usual(List<Defence> defences) {
    Map<Defence, List<Double>> all = new LinkedHashMap<>();
    defences.forEach(defence -> all.put(defence, defence.strengths()));
    return all;
  }
}
