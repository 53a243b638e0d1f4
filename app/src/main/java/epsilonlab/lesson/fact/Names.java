package epsilonlab.lesson.fact;

import epsilonlab.engine.LabException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that a place in a lesson may use: all facts, and what earlier steps have kept. */
public final class Names {
  private static final int KEPT_LENGTH = Facts.KEPT.length();

  private final Map<String, Format> kept = new LinkedHashMap<>();

  /**
   * Makes a name of the lesson's own, {@code kept.name}, known from here on.
   *
   * @throws LabException if it is taken, or not made of small letters, digits and underscores
   */
  public void keep(String name, Format format) {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new LabException(
          "a kept number is called by small letters, digits and underscores, not '" + name + "'");
    }
    if (kept.put(Facts.KEPT + name, format) != null) {
      throw new LabException("'" + name + "' is kept twice; give one another name");
    }
  }

  /**
   * The format of a name.
   *
   * @throws LabException that names the nearest one, if there is none of this name
   */
  public Format format(String name) {
    if (name.startsWith(Facts.KEPT)) {
      Format format = kept.get(name);
      if (format == null) {
        throw new LabException("nothing above keeps '" + name.substring(KEPT_LENGTH) + "'");
      }
      return format;
    }
    return fact(name).format();
  }

  /** What a name begins with: {@code attack} of {@code attack.epsilon}. */
  static String group(String name) {
    return name.substring(0, name.indexOf('.'));
  }

  /** What stands behind "the" for this name. */
  static String noun(String name) {
    return FactNames.find(name).map(FactName::noun).orElse("number kept as " + name);
  }

  /**
   * The fact of this name.
   *
   * @throws LabException that names the nearest one, if there is none
   */
  public static FactName fact(String name) {
    return FactNames.find(name)
        .orElseThrow(
            () ->
                new LabException(
                    "there is no fact '"
                        + name
                        + "'; the nearest is "
                        + nearest(name, FactNames.ALL.stream().map(FactName::name).toList())));
  }

  /**
   * The part of this name.
   *
   * @throws LabException that names the nearest one, if there is none
   */
  public static PartName part(String name) {
    return PartNames.find(name)
        .orElseThrow(
            () ->
                new LabException(
                    "there is no part '"
                        + name
                        + "'; the nearest is "
                        + nearest(name, PartNames.ALL.stream().map(PartName::name).toList())));
  }

  private static String nearest(String wanted, Iterable<String> names) {
    Comparator<String> byLikeness = Comparator.comparingInt(name -> common(wanted, name));
    String best = "";
    for (String name : names) {
      if (best.isEmpty() || byLikeness.compare(name, best) > 0) {
        best = name;
      }
    }
    return best;
  }

  /** How many characters agree at the beginning and at the end. */
  private static int common(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int front = 0;
    while (front < shorter && one.charAt(front) == other.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < shorter - front
        && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
      back++;
    }
    return 2 * front + back;
  }
}
