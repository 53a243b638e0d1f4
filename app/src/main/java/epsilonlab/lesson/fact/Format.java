package epsilonlab.lesson.fact;

import java.util.List;
import java.util.Locale;

/** What kind of value a fact has, and how it is written in a text. */
public enum Format {
  /** A word or a name. */
  TEXT,
  /** "yes" or "no". */
  TRUTH,
  /** "1,000". */
  WHOLE,
  /** A share in [0, 1] as "92.1 %". */
  SHARE,
  /** A difference of two shares as "16.4 points". */
  POINTS,
  /** "0.30". */
  TWO,
  /** "0.040". */
  THREE,
  /** "0.0012". */
  FOUR,
  /** "3.1e-15". */
  POWER,
  /** Points of a line, a {@link Curve}; never part of a text. */
  CURVE;

  private static final double ALMOST_ALL = 99.99;

  /** The Java class of the values. */
  public Class<?> type() {
    return switch (this) {
      case TEXT -> String.class;
      case TRUTH -> Boolean.class;
      case CURVE -> Curve.class;
      default -> Double.class;
    };
  }

  /** Whether the values are numbers. */
  public boolean isNumber() {
    return type() == Double.class;
  }

  /** The kind in a word, for a sentence: "a number", "true or false", "a word", "a curve". */
  public String kind() {
    return switch (this) {
      case TEXT -> "a word";
      case TRUTH -> "true or false";
      case CURVE -> "a curve";
      default -> "a number";
    };
  }

  /**
   * The value as it stands in a text.
   *
   * @param value of {@link #type()}
   */
  public String write(Object value) {
    if (this == TRUTH) {
      return (Boolean) value ? "yes" : "no";
    }
    if (!(value instanceof Double number)) {
      return value.toString();
    }
    if (Double.isNaN(number)) {
      return "–";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "∞" : "-∞";
    }
    return switch (this) {
      case WHOLE -> decimals("%,.0f", number);
      case SHARE -> percent(number);
      case POINTS -> decimals("%.1f", 100 * number) + " points";
      case TWO -> decimals("%.2f", number);
      case THREE -> decimals("%.3f", number);
      case POWER -> decimals("%.1e", number);
      default -> decimals("%.4f", number);
    };
  }

  /** What is just below all of it is not rounded up to all of it; else as the window writes it. */
  private static String percent(double share) {
    String text = decimals("%.1f", 100 * share);
    boolean roundedUp = share < 1 && text.equals("100.0");
    return (roundedUp ? decimals("%.2f", Math.min(ALMOST_ALL, 100 * share)) : text) + " %";
  }

  private static String decimals(String pattern, double number) {
    // no "-0.0"
    return String.format(Locale.ROOT, pattern, number).replaceFirst("^-(0[.0]*)$", "$1");
  }

  /** The names that a lesson may ask for behind a bar, as in {@code {attack.epsilon|three}}. */
  static List<Format> asked() {
    return List.of(WHOLE, SHARE, POINTS, TWO, THREE, FOUR, POWER);
  }
}
