package epsilonlab.command;

import epsilonlab.engine.LabException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads lists of numbers that are parted by commas. */
final class Lists {
  private Lists() {}

  /**
   * Whole numbers.
   *
   * @param noun what one is called in the error, with its article, for example "a dimension"
   * @throws LabException that shows what is not one
   */
  static List<Integer> wholes(List<String> arguments, String noun) {
    return read(arguments, noun, "a whole number", Integer::parseInt);
  }

  /** Numbers; "inf" is infinity. */
  static List<Double> numbers(List<String> arguments, String noun) {
    return read(
        arguments,
        noun,
        "a number",
        text -> {
          if (text.equalsIgnoreCase("inf")) {
            return Double.POSITIVE_INFINITY;
          }
          double value = Double.parseDouble(text);
          if (!Double.isFinite(value)) {
            throw new NumberFormatException(text);
          }
          return value;
        });
  }

  private static <T> List<T> read(
      List<String> arguments, String noun, String kind, Function<String, T> one) {
    List<T> values = new ArrayList<>();
    for (String argument : arguments) {
      for (String part : argument.split(",", -1)) {
        try {
          values.add(one.apply(part.trim()));
        } catch (NumberFormatException notANumber) {
          throw new LabException(
              "'" + part + "' is not " + noun + "; give " + kind + ", or several with commas.");
        }
      }
    }
    return values;
  }
}
