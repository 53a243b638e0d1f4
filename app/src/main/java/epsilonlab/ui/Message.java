package epsilonlab.ui;

import java.util.Optional;

/**
 * One sentence for the user.
 *
 * @param action something to do about it, for example Undo
 */
public record Message(Kind kind, String sentence, Optional<Action> action) {
  /** What the sentence is about. */
  public enum Kind {
    /** Goes away by itself. */
    INFO,
    /** Goes away by itself. */
    SUCCESS,
    /** Stays until it is closed. */
    ERROR
  }

  /**
   * A button in a message.
   *
   * @param text for example "Undo"
   */
  public record Action(String text, Runnable run) {}
}
