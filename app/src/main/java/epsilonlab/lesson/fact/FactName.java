package epsilonlab.lesson.fact;

import java.util.List;
import java.util.Optional;

/**
 * Something about the lab that lessons may speak of.
 *
 * @param name tab first, as in {@code attack.epsilon}
 * @param format what kind of value, and how it is written
 * @param settable whether a lesson may also set it, and so lock its control
 * @param choices the words that it can be; empty for any
 * @param noun what it is, to stand behind "the" in a sentence; of what is true or false, the whole
 *     statement: "answer before the attack is right"
 */
public record FactName(
    String name, Format format, boolean settable, List<String> choices, String noun) {
  /** Takes a copy of the choices. */
  public FactName {
    choices = List.copyOf(choices);
  }

  /** The tab that gives it: {@code attack}; {@code lab} for what stands in the frame. */
  public String tab() {
    return Names.group(name);
  }

  /** One sentence that says what it is. */
  public String says() {
    return (format == Format.TRUTH ? "Whether the " : "The ") + noun + ".";
  }

  /**
   * Whether a value can be one of this fact.
   *
   * @return empty if it can, or what the fact is instead: "a number", "one of fgsm, pgd"
   */
  public Optional<String> refuses(Object value) {
    boolean isNoNumber = value instanceof Double number && number.isNaN();
    if (isNoNumber || !format.type().isInstance(value)) {
      return Optional.of(format.kind());
    }
    return choices.isEmpty() || choices.contains(value)
        ? Optional.empty()
        : Optional.of("one of " + String.join(", ", choices));
  }
}
