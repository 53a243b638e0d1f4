package epsilonlab.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text with symbols between dollar signs: {@code "$x$ original"}, {@code "after, $x*$"}.
 *
 * @param pieces in reading order
 */
public record MathsText(List<Piece> pieces) {
  /** A run of text, or a symbol for the maths italic. */
  public record Piece(String text, boolean maths) {}

  /** Splits at the dollar signs; every second part is a symbol. */
  public static MathsText parse(String source) {
    List<Piece> pieces = new ArrayList<>();
    String[] parts = source.split("\\$", -1);
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].isEmpty()) {
        pieces.add(new Piece(parts[i], i % 2 == 1));
      }
    }
    return new MathsText(List.copyOf(pieces));
  }

  /** The text without marks, for screen readers. */
  public String plain() {
    StringBuilder out = new StringBuilder();
    pieces.forEach(piece -> out.append(piece.text()));
    return out.toString();
  }

  /** Writes the line from the left. */
  void draw(Pen pen, double x, double y, TextStyle style, int argb) {
    double at = x;
    for (Piece piece : pieces) {
      TextStyle set = piece.maths() ? TextStyle.maths(style.size()) : style;
      pen.text(piece.text(), at, y, set, Pen.Anchor.LEFT, argb);
      at += pen.textWidth(piece.text(), set);
    }
  }
}
