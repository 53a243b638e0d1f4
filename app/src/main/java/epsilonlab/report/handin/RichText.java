package epsilonlab.report.handin;

import epsilonlab.report.figure.MathsText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of text with parts of other styles.
 *
 * @param runs in reading order
 */
public record RichText(List<Run> runs) {
  /** How a part is set. */
  public enum Style {
    PLAIN,
    BOLD,
    /** A mathematical symbol, in italics. */
    SYMBOL,
    SUBSCRIPT
  }

  /** Text of one style. */
  public record Run(String text, Style style) {}

  /** Takes a copy. */
  public RichText {
    runs = List.copyOf(runs);
  }

  /** Words as they are. */
  public static RichText plain(String words) {
    return new RichText(List.of(new Run(words, Style.PLAIN)));
  }

  /** A lesson's text with {@code **bold**} parts and {@code $symbols$}. */
  public static RichText marked(String source) {
    List<Run> runs = new ArrayList<>();
    String[] parts = source.split("\\*\\*", -1);
    for (int i = 0; i < parts.length; i++) {
      // an asterisk in a symbol, as in x**, is none of these marks: an odd one at the end stays
      boolean bold = i % 2 == 1 && i < parts.length - 1;
      String text = i % 2 == 1 && !bold ? "**" + parts[i] : parts[i];
      for (MathsText.Piece piece : MathsText.parse(text).pieces()) {
        runs.add(new Run(piece.text(), style(piece, bold)));
      }
    }
    return new RichText(runs);
  }

  private static Style style(MathsText.Piece piece, boolean bold) {
    if (piece.subscript()) {
      return Style.SUBSCRIPT;
    }
    return piece.maths() ? Style.SYMBOL : bold ? Style.BOLD : Style.PLAIN;
  }

  /** The words without styles. */
  public String words() {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }
}
