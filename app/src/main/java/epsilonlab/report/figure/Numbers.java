package epsilonlab.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as the lab writes them: a point, a real minus, a space before the per cent sign. */
public final class Numbers {
  private Numbers() {}

  /** A share in [0, 1] with one decimal; more where it would round to 100 %, none at 0 or 100. */
  public static String percent(double share) {
    double value = share * 100;
    if (Double.isNaN(value)) {
      return "–";
    }
    if (value < 0.05 || value >= 99.995) {
      return value < 0.05 ? "0 %" : "100 %";
    }
    return fixed(value, value >= 99.9 ? 2 : 1) + " %";
  }

  /** With exactly so many decimals. */
  public static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
  }

  /**
   * As short as it can be said with at most 6 significant digits: 0.2, 0.05, 1000, 10⁻⁹ as 1e−9.
   */
  public static String plain(double value) {
    if (value == 0) {
      return "0";
    }
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
    BigDecimal exact = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
    double size = Math.abs(value);
    String text = size < 1e-4 || size >= 1e7 ? exact.toString() : exact.toPlainString();
    return text.replace("E+", "e").replace("E", "e").replace('-', '−');
  }

  /** An epsilon: two decimals, or three where two would hide something. */
  public static String epsilon(double value) {
    boolean hundredths = Math.abs(value * 100 - Math.rint(value * 100)) < 1e-6;
    return fixed(value, hundredths ? 2 : 3);
  }
}
