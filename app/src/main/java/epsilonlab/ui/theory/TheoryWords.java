package epsilonlab.ui.theory;

import java.util.Locale;

/** Numbers as the Theory tab writes them. */
final class TheoryWords {
  private TheoryWords() {}

  /** "3e−15", or "0": the size of a rounding error. */
  static String small(double value) {
    if (value == 0) {
      return "0";
    }
    if (!Double.isFinite(value)) {
      return "∞";
    }
    int power = (int) Math.floor(Math.log10(value));
    long digit = Math.round(value / Math.pow(10, power));
    if (digit == 10) {
      digit = 1;
      power++;
    }
    return power >= -3 && power <= 2
        ? String.format(Locale.ROOT, "%.3g", value)
        : digit + "e" + Integer.toString(power).replace('-', '−');
  }
}
