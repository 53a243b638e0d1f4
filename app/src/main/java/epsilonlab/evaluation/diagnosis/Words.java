package epsilonlab.evaluation.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences. */
final class Words {
  private Words() {}

  /** "1 step", "1,000 queries". */
  static String count(int count, String plural) {
    String singular =
        plural.endsWith("ies")
            ? plural.substring(0, plural.length() - 3) + "y"
            : plural.substring(0, plural.length() - 1);
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? singular : plural);
  }

  /** Three significant digits: "0.05", "12.3", "1.2e−08". */
  static String number(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : "not a number";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
    boolean plain = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6;
    String text = plain ? rounded.toPlainString() : String.format(Locale.ROOT, "%.1e", value);
    return text.replace('-', '−');
  }

  /** "97 %". */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
