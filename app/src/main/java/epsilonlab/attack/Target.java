package epsilonlab.attack;

import epsilonlab.engine.LabException;

/** Which answer an attack wants: any wrong one, a certain class, or the class after the label. */
public sealed interface Target {
  /** Any wrong answer. */
  Target NONE = new None();

  /** The class after the label, 0 after the last. */
  Target NEXT = new Next();

  /** Any wrong answer. */
  record None() implements Target {}

  /** The class after the label. */
  record Next() implements Target {}

  /** One class for all images. */
  record Of(int wanted) implements Target {}

  /**
   * What {@code --target} says: "none", "next" or a class.
   *
   * @throws LabException if it is none of these
   */
  static Target parse(String text, int classes) {
    if (text == null || text.equals("none")) {
      return NONE;
    }
    if (text.equals("next")) {
      return NEXT;
    }
    try {
      int wanted = Integer.parseInt(text);
      if (wanted >= 0 && wanted < classes) {
        return new Of(wanted);
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new LabException(
        "There is no target class '"
            + text
            + "'; give a number from 0 to "
            + (classes - 1)
            + ", 'next', or leave --target out.");
  }

  /**
   * The class wanted for an image of this label, or -1 for any wrong one.
   *
   * @throws LabException if it is the label itself
   */
  default int wanted(int label, int classes) {
    if (this instanceof Next) {
      return (label + 1) % classes;
    }
    if (this instanceof Of of) {
      if (of.wanted == label) {
        throw new LabException(
            "The target class "
                + label
                + " is the image's true class; choose another target or another image.");
      }
      return of.wanted;
    }
    return -1;
  }
}
