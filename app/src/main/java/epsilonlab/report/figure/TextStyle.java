package epsilonlab.report.figure;

/**
 * How a text is set.
 *
 * @param size in logical pixels
 * @param weight of the sans serif; symbols have one weight
 * @param maths true for a symbol, set in the maths italic
 */
public record TextStyle(double size, Weight weight, boolean maths) {
  /** The weights that the lab bundles. */
  public enum Weight {
    REGULAR,
    SEMIBOLD,
    BOLD
  }

  public static TextStyle regular(double size) {
    return new TextStyle(size, Weight.REGULAR, false);
  }

  public static TextStyle semibold(double size) {
    return new TextStyle(size, Weight.SEMIBOLD, false);
  }

  public static TextStyle bold(double size) {
    return new TextStyle(size, Weight.BOLD, false);
  }

  /** A symbol beside text of {@code textSize}: symbols are about 15 % larger. */
  public static TextStyle maths(double textSize) {
    return new TextStyle(Math.round(textSize * 1.15), Weight.REGULAR, true);
  }
}
