package epsilonlab.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text with symbols between dollar signs: {@code "$x$ original"}, {@code "after, $x*$"};
 * an underscore in a symbol makes the rest of it a subscript: {@code "$ℓ_2$"}.
 *
 * @param pieces in reading order
 */
public record MathsText(List<Piece> pieces) {
  /** How much smaller than the text a subscript is. */
  public static final double SUBSCRIPT = 0.75;

  /**
   * A run of text, or a symbol for the maths italic.
   *
   * @param subscript whether it hangs below the symbol before it
   */
  public record Piece(String text, boolean maths, boolean subscript) {}

  /** Splits at the dollar signs; every second part is a symbol. */
  public static MathsText parse(String source) {
    List<Piece> pieces = new ArrayList<>();
    String[] parts = source.split("\\$", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean maths = i % 2 == 1;
      int below = maths ? parts[i].indexOf('_') : -1;
      if (below >= 0) {
        add(pieces, parts[i].substring(0, below), true, false);
        add(pieces, parts[i].substring(below + 1), true, true);
      } else {
        add(pieces, parts[i], maths, false);
      }
    }
    return new MathsText(List.copyOf(pieces));
  }

  private static void add(List<Piece> pieces, String text, boolean maths, boolean subscript) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, maths, subscript));
    }
  }

  /** The text without marks, for screen readers. */
  public String plain() {
    StringBuilder out = new StringBuilder();
    pieces.forEach(piece -> out.append(piece.text()));
    return out.toString();
  }

  /** How wide {@link #draw} writes the line. */
  public double width(Pen pen, TextStyle style) {
    double width = 0;
    for (Piece piece : pieces) {
      width += pen.textWidth(piece.text(), styled(piece, style));
    }
    return width;
  }

  private static TextStyle styled(Piece piece, TextStyle style) {
    double size = style.size() * (piece.subscript() ? SUBSCRIPT : 1);
    return piece.maths()
        ? TextStyle.maths(size)
        : new TextStyle(size, style.weight(), style.maths());
  }

  /** Writes the line from the left. */
  public void draw(Pen pen, double x, double y, TextStyle style, int argb) {
    double at = x;
    for (Piece piece : pieces) {
      TextStyle set = styled(piece, style);
      double base = piece.subscript() ? y + style.size() * 0.25 : y;
      pen.text(piece.text(), at, base, set, Pen.Anchor.LEFT, argb);
      at += pen.textWidth(piece.text(), set);
    }
  }
}
