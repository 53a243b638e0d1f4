package epsilonlab.attack;

import epsilonlab.engine.LabException;
import java.util.Locale;

/**
 * A parameter that describes itself.
 *
 * @param name on the command line, without the dashes
 * @param symbol what textbooks call it
 * @param label on the screen
 * @param kind what values it takes
 * @param least smallest value
 * @param most largest value
 * @param initial the default, or NaN where it follows from epsilon
 * @param derived how the default follows from epsilon, for example "ε / k"; empty where it does not
 * @param sentence what it means
 */
public record Parameter(
    String name,
    String symbol,
    String label,
    Kind kind,
    double least,
    double most,
    double initial,
    String derived,
    String sentence) {
  /** What values a parameter takes. */
  public enum Kind {
    INTEGER,
    REAL,
    /** 1 for on, 0 for off. */
    SWITCH
  }

  static final Parameter STEPS =
      integer("steps", "k", "Steps", 1, 10_000, 5, "How many gradient steps the attack makes.");

  static Parameter integer(
      String name, String symbol, String label, int least, int most, int initial, String sentence) {
    return new Parameter(name, symbol, label, Kind.INTEGER, least, most, initial, "", sentence);
  }

  static Parameter derived(
      String name, String symbol, String label, double most, String derived, String sentence) {
    return new Parameter(name, symbol, label, Kind.REAL, 0, most, Double.NaN, derived, sentence);
  }

  static Parameter onOff(String name, String label, boolean initial, String sentence) {
    return new Parameter(name, "", label, Kind.SWITCH, 0, 1, initial ? 1 : 0, "", sentence);
  }

  Parameter withInitial(double value) {
    return new Parameter(name, symbol, label, kind, least, most, value, derived, sentence);
  }

  /** Whether the default follows from epsilon. */
  public boolean isDerived() {
    return Double.isNaN(initial);
  }

  /**
   * Checks a value.
   *
   * @throws LabException that says what is allowed
   */
  public double check(double value) {
    boolean whole = kind == Kind.REAL || value == Math.rint(value);
    // a step of size 0 goes nowhere
    boolean inside = value >= least && value <= most && !(isDerived() && value == 0);
    if (!whole || !inside) {
      throw new LabException(
          "%s is %s, but must be %s."
              .formatted(label + " (--" + name + ")", number(value), allowed()));
    }
    return value;
  }

  private String allowed() {
    return switch (kind) {
      case SWITCH -> "on or off";
      case INTEGER -> "a whole number from " + number(least) + " to " + number(most);
      case REAL -> "above " + number(least) + " and at most " + number(most);
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.valueOf(value);
  }
}
