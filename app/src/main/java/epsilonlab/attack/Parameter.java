package epsilonlab.attack;

import epsilonlab.engine.LabException;
import java.util.List;
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
 * @param choices the words of a {@link Kind#CHOICE}, whose value is the place in this list
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
    String sentence,
    List<String> choices) {
  /** What values a parameter takes. */
  public enum Kind {
    INTEGER,
    REAL,
    /** 1 for on, 0 for off. */
    SWITCH,
    /** The place of a word in {@link Parameter#choices()}. */
    CHOICE
  }

  static final Parameter STEPS =
      integer("steps", "k", "Steps", 1, 10_000, 5, "How many gradient steps the attack makes.");

  static Parameter integer(
      String name, String symbol, String label, int least, int most, int initial, String sentence) {
    return new Parameter(
        name, symbol, label, Kind.INTEGER, least, most, initial, "", sentence, List.of());
  }

  static Parameter derived(
      String name, String symbol, String label, double most, String derived, String sentence) {
    return new Parameter(
        name, symbol, label, Kind.REAL, 0, most, Double.NaN, derived, sentence, List.of());
  }

  static Parameter onOff(String name, String label, boolean initial, String sentence) {
    return new Parameter(
        name, "", label, Kind.SWITCH, 0, 1, initial ? 1 : 0, "", sentence, List.of());
  }

  static Parameter real(
      String name,
      String symbol,
      String label,
      double least,
      double most,
      double initial,
      String sentence) {
    return new Parameter(
        name, symbol, label, Kind.REAL, least, most, initial, "", sentence, List.of());
  }

  /** One of several words; the first is the default. */
  static Parameter choice(String name, String label, List<String> words, String sentence) {
    return new Parameter(
        name, "", label, Kind.CHOICE, 0, words.size() - 1, 0, "", sentence, List.copyOf(words));
  }

  Parameter withInitial(double value) {
    return new Parameter(name, symbol, label, kind, least, most, value, derived, sentence, choices);
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

  /**
   * The value that a word or number means.
   *
   * @throws LabException that says what is allowed
   */
  public double parse(String text) {
    int place = choices.indexOf(text);
    if (place >= 0) {
      return place;
    }
    try {
      if (kind != Kind.CHOICE) {
        return check(Double.parseDouble(text));
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new LabException(
        "%s is '%s', but must be %s.".formatted(label + " (--" + name + ")", text, allowed()));
  }

  /** How a value is written: a word, "on", a number, or how it follows from epsilon. */
  public String text(double value) {
    return switch (kind) {
      case SWITCH -> value == 0 ? "off" : "on";
      case CHOICE -> choices.get((int) value);
      case INTEGER, REAL -> Double.isNaN(value) ? derived : number(value);
    };
  }

  private String allowed() {
    return switch (kind) {
      case SWITCH -> "on or off";
      case CHOICE ->
          String.join(", ", choices.subList(0, choices.size() - 1))
              + " or "
              + choices.get(choices.size() - 1);
      case INTEGER -> "a whole number from " + number(least) + " to " + number(most);
      case REAL ->
          (isDerived() ? "above " : "at least ") + number(least) + " and at most " + number(most);
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.valueOf(value);
  }
}
