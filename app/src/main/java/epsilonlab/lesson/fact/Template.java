package epsilonlab.lesson.fact;

import epsilonlab.engine.LabException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text with placeholders: {@code "{attack.confidence_before} sure of a {attack.before}"}. What is
 * not known yet is an ellipsis. A bar asks for another format: {@code {attack.epsilon|three}}.
 * Between dollar signs braces are the formula's own.
 */
public final class Template {
  /** Stands for what is not known yet. */
  public static final String UNKNOWN = "…";

  private record Piece(String literal, Expression expression, Format format) {}

  private final String source;
  private final List<Piece> pieces;

  private Template(String source, List<Piece> pieces) {
    this.source = source;
    this.pieces = pieces;
  }

  /**
   * Reads a text.
   *
   * @throws LabException if a placeholder is not closed or names what does not exist
   */
  public static Template parse(String source, Names names) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    boolean formula = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      formula ^= c == '$';
      if (c == '{' && !formula) {
        int end = source.indexOf('}', i);
        if (end < 0) {
          throw new LabException("a placeholder is not closed; write } behind its name");
        }
        pieces.add(new Piece(literal.toString(), null, null));
        literal.setLength(0);
        pieces.add(placeholder(source.substring(i + 1, end), names));
        i = end;
      } else {
        literal.append(c);
      }
    }
    if (formula) {
      throw new LabException("a formula is not closed; write $ behind it");
    }
    pieces.add(new Piece(literal.toString(), null, null));
    return new Template(source, List.copyOf(pieces));
  }

  private static Piece placeholder(String inside, Names names) {
    int bar = inside.indexOf('|');
    Expression expression = Expression.parse(bar < 0 ? inside : inside.substring(0, bar), names);
    if (expression.format() == Format.CURVE) {
      throw new LabException("'" + inside + "' is a curve, which cannot stand in a text");
    }
    return new Piece(
        "", expression, bar < 0 ? expression.format() : asked(expression, inside, bar));
  }

  private static Format asked(Expression expression, String inside, int bar) {
    String word = inside.substring(bar + 1).strip();
    return Format.asked().stream()
        .filter(format -> expression.format().isNumber())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    "there is no format '"
                        + word
                        + "' for '"
                        + expression
                        + "'; numbers have "
                        + String.join(
                            ", ",
                            Format.asked().stream()
                                .map(format -> format.name().toLowerCase(Locale.ROOT))
                                .toList())));
  }

  /** The text with what is known now. */
  public String fill(Facts facts) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(
          piece.expression() == null
              ? piece.literal()
              : piece.expression().of(facts).map(piece.format()::write).orElse(UNKNOWN));
    }
    return text.toString();
  }

  /** Whether all that it needs is known. */
  public boolean isKnown(Facts facts) {
    return pieces.stream()
        .allMatch(piece -> piece.expression() == null || piece.expression().of(facts).isPresent());
  }

  /** The facts that its placeholders need, and what the lesson has kept. */
  public Set<String> names() {
    return pieces.stream()
        .filter(piece -> piece.expression() != null)
        .flatMap(piece -> piece.expression().names().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As it was written. */
  @Override
  public String toString() {
    return source;
  }
}
