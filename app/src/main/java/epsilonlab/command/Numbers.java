package epsilonlab.command;

import epsilonlab.engine.LabException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads numbers that stand in one argument. */
final class Numbers {
  private Numbers() {}

  /**
   * Epsilons, parted by commas.
   *
   * @throws LabException that shows what is not one
   */
  static List<Double> epsilons(List<String> arguments) {
    List<Double> epsilons = new ArrayList<>();
    for (String argument : arguments) {
      for (String part : argument.split(",", -1)) {
        epsilons.add(epsilon(part.trim()));
      }
    }
    return epsilons;
  }

  /** One epsilon of 0 or more; n/255 is taken too. How large it may be, the attack's norm says. */
  static double epsilon(String text) {
    try {
      int slash = text.indexOf('/');
      double value =
          slash < 0
              ? Double.parseDouble(text)
              : Double.parseDouble(text.substring(0, slash))
                  / Double.parseDouble(text.substring(slash + 1));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new LabException(
        "'" + text + "' is not an epsilon; give a number of 0 or more, or n/255.");
  }

  /**
   * A range of indices, "3" or "0-99", both ends included.
   *
   * @throws LabException if it is none
   */
  static int[] range(String text) {
    try {
      int dash = text.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
      int last = dash < 0 ? first : Integer.parseInt(text.substring(dash + 1));
      if (first >= 0 && last >= first) {
        return new int[] {first, last};
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new LabException(
        "'" + text + "' is not a range of test digits; write it as 0-99, both ends included.");
  }

  /**
   * How many images, a number or "all".
   *
   * @throws LabException if it is neither
   */
  static int count(String text, int all) {
    if (text.equals("all")) {
      return all;
    }
    try {
      int count = Integer.parseInt(text);
      if (count >= 1) {
        return Math.min(count, all);
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new LabException("'" + text + "' is not a number of images; give one, or 'all'.");
  }

  /** A number as short as it is exact: "0.3", "1". */
  static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
