package epsilonlab.lesson.fact;

import epsilonlab.engine.LabException;
import java.util.List;
import java.util.Optional;

/** Reads a value as it stands in a lesson. */
public final class Literal {
  private Literal() {}

  /**
   * A value for a fact, or for what a lesson keeps.
   *
   * @param name of it
   * @param format of it
   * @throws LabException if the text is none for it
   */
  public static Object of(String name, Format format, String text) {
    String word = text.strip();
    Object value = format.isNumber() ? number(word) : plain(format, word);
    FactName asked =
        FactNames.find(name).orElse(new FactName(name, format, false, List.of(), name));
    Optional<String> instead = asked.refuses(value);
    if (instead.isPresent()) {
      throw new LabException("'" + name + "' is " + instead.get() + ", not '" + word + "'");
    }
    return value;
  }

  private static Object plain(Format format, String word) {
    boolean truth = word.equals("true") || word.equals("false");
    return format == Format.TRUTH && truth ? (Object) Boolean.valueOf(word) : word;
  }

  /** A number, or the word itself if it is none. */
  private static Object number(String word) {
    if (word.equals("inf")) {
      return Double.POSITIVE_INFINITY;
    }
    boolean decimal = word.matches("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?");
    return decimal ? (Object) Double.valueOf(word) : word;
  }
}
