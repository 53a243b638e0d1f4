package epsilonlab.ui;

import epsilonlab.engine.LabException;
import java.math.BigDecimal;

/** Numbers as people type and read them. */
public final class Typed {
  private Typed() {}

  /**
   * Reads a number.
   *
   * @param noun what it is, for the sentence
   * @param allowed what may be typed, for the sentence
   * @throws LabException if it is none
   */
  public static double decimal(String text, String noun, String allowed) {
    try {
      // many keyboards write a comma; BigDecimal knows no NaN, infinity or hexadecimal
      double value = new BigDecimal(text.strip().replace(',', '.')).doubleValue();
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException none) {
      throw unusable(text, noun, allowed);
    }
    throw unusable(text, noun, allowed);
  }

  /**
   * Reads a whole number from {@code -most} to {@code most}.
   *
   * @throws LabException if it is none
   */
  public static long whole(String text, long most, String noun, String allowed) {
    try {
      long value = Long.parseLong(text.strip());
      if (value <= most && value >= -most) {
        return value;
      }
    } catch (NumberFormatException none) {
      throw unusable(text, noun, allowed);
    }
    throw unusable(text, noun, allowed);
  }

  private static LabException unusable(String text, String noun, String allowed) {
    return new LabException(
        text.isBlank()
            ? "The " + noun + " is missing; type " + allowed + "."
            : "The " + noun + " is “" + text.strip() + "”, but must be " + allowed + ".");
  }

  /** A number as people write it. */
  public static String number(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    return exponent < -7 || exponent > 6 ? exact.toString() : exact.toPlainString();
  }
}
