package epsilonlab.lesson.file;

import java.util.Map;

/** Reads the values of a mapping that are simple. */
final class Field {
  private Field() {}

  /** What must be there. */
  static Yaml needed(Map<String, Yaml> all, String name, int line, String what) {
    Yaml value = all.get(name);
    if (value == null) {
      throw new LessonFault(line, what + " needs '" + name + "'");
    }
    return value;
  }

  /** A text that must be there. */
  static String text(Map<String, Yaml> all, String name, int line, String what) {
    return needed(all, name, line, what).text("'" + name + "'");
  }

  /** A number within limits. */
  static double number(Yaml value, String name, double least, double most) {
    String text = value.text("'" + name + "'");
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new LessonFault(
        value.line(), "'" + name + "' is a number " + limits(least, most) + ", not '" + text + "'");
  }

  private static String limits(double least, double most) {
    if (most == Double.MAX_VALUE) {
      return least == -Double.MAX_VALUE ? "that is finite" : "from " + plain(least) + " on";
    }
    return "from " + plain(least) + " to " + plain(most);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** A whole number within limits. */
  static int whole(Yaml value, String name, int least, int most) {
    String text = value.text("'" + name + "'");
    if (text.matches("[0-9]{1,9}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    throw new LessonFault(
        value.line(),
        "'" + name + "' is a whole number from " + least + " to " + most + ", not '" + text + "'");
  }
}
