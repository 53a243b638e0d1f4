package epsilonlab.command;

import epsilonlab.engine.LabException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one of a few words. */
final class Choice {
  private Choice() {}

  /**
   * The value of this name.
   *
   * @throws LabException that lists the names
   */
  static <T> T of(String what, String text, T[] values, Function<T, String> id) {
    for (T value : values) {
      if (id.apply(value).equals(text)) {
        return value;
      }
    }
    throw new LabException(
        "There is no "
            + what
            + " '"
            + text
            + "'; choose "
            + Arrays.stream(values).map(id).collect(Collectors.joining(" or "))
            + ".");
  }
}
