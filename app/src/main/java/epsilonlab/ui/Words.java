package epsilonlab.ui;

import java.util.Locale;

/** Numbers in words. */
public final class Words {
  private Words() {}

  /** "3 epochs", "1 epoch", "2.6 epochs". */
  public static String epochs(double epochs) {
    String number = epochNumber(epochs);
    return number + (number.equals("1") ? " epoch" : " epochs");
  }

  /** "3", or "2.6" within an epoch. */
  public static String epochNumber(double epochs) {
    return Math.abs(epochs - Math.rint(epochs)) < 0.005
        ? Long.toString(Math.round(epochs))
        // never "3.0" where the third epoch was not finished
        : String.format(Locale.ROOT, "%.1f", Math.floor(epochs * 10) / 10);
  }

  /** "8 s", "3 min 5 s", "2 h 5 min". */
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    long minutes = whole / 60;
    return minutes < 60
        ? minutes + " min " + whole % 60 + " s"
        : minutes / 60 + " h " + minutes % 60 + " min";
  }

  /** "98.0", or a dash for what was not measured. */
  public static String percent(Double share) {
    return share == null ? "–" : String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /** "26,600", rounded to three digits. */
  public static String speed(double each) {
    double power = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, each))) - 2));
    return String.format(Locale.ROOT, "%,d", Math.round(Math.round(each / power) * power));
  }
}
