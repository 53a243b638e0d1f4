package epsilonlab.ui.theory.page;

import java.util.List;

/**
 * What a page says, whatever is dragged.
 *
 * @param title the theorem's name
 * @param sentence what it says, in one or two sentences
 * @param formula the theorem itself, piece by piece from left to right
 * @param condition a short formula at the right end, in LaTeX; may be empty
 * @param derivation from what is known to the theorem, hint by hint
 */
public record PageText(
    String title, String sentence, List<Piece> formula, String condition, List<Step> derivation) {
  /**
   * A piece of the formula.
   *
   * @param tex in LaTeX
   * @param matters whether it is the term that the theorem is about
   */
  public record Piece(String tex, boolean matters) {}

  /**
   * A step of the derivation.
   *
   * @param hint a question or a nudge, before the step is seen
   * @param tex the step itself, in LaTeX
   * @param why in one sentence why it holds
   */
  public record Step(String hint, String tex, String why) {}

  /** A piece as any other. */
  public static Piece piece(String tex) {
    return new Piece(tex, false);
  }

  /** The piece that matters. */
  public static Piece matters(String tex) {
    return new Piece(tex, true);
  }
}
