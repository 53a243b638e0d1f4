package epsilonlab.lesson.fact;

import epsilonlab.engine.LabException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fact, a number, or two of them with +, -, * or / between: {@code attack.accuracy}, {@code
 * kept.one_step - kept.five_steps}, {@code attack.epsilon / attack.steps}.
 */
public final class Expression {
  private static final String TERM = "([a-z]+\\.[a-z0-9_]+|[0-9]+(?:\\.[0-9]+)?)";
  private static final Pattern WHOLE = Pattern.compile(TERM + "(?:\\s+([-+*/])\\s+" + TERM + ")?");

  private final String source;
  private final String left;
  private final String operator;
  private final String right;
  private final Format format;

  private Expression(String source, Matcher parts, Names names) {
    this.source = source;
    this.left = parts.group(1);
    this.operator = parts.group(2);
    this.right = parts.group(3);
    Format first = format(left, names);
    this.format = operator == null ? first : combined(first, format(right, names), operator);
  }

  /**
   * Reads an expression.
   *
   * @throws LabException if it is none, or names what does not exist
   */
  public static Expression parse(String source, Names names) {
    Matcher parts = WHOLE.matcher(source.strip());
    if (!parts.matches()) {
      throw new LabException(
          "'"
              + source.strip()
              + "' is neither a fact, such as attack.epsilon, nor two with + - * or / between");
    }
    return new Expression(source.strip(), parts, names);
  }

  private static boolean isNumber(String term) {
    return Character.isDigit(term.charAt(0));
  }

  private static Format format(String term, Names names) {
    return isNumber(term) ? Format.TWO : names.format(term);
  }

  private Format combined(Format one, Format other, String with) {
    if (!one.isNumber() || !other.isNumber()) {
      throw new LabException("'" + source + "' calculates with what is not a number");
    }
    boolean shares = one == Format.SHARE && other == Format.SHARE;
    return switch (with) {
      case "-", "+" -> shares && with.equals("-") ? Format.POINTS : one;
      case "*" -> isNumber(left) ? other : one;
      default -> isNumber(right) ? one : Format.TWO;
    };
  }

  /** What kind of value comes out, and how it is written. */
  public Format format() {
    return format;
  }

  /** The value; empty while a part of it is not known, or if it is no number (a division by 0). */
  public Optional<Object> of(Facts facts) {
    if (operator == null) {
      return isNumber(left) ? Optional.of(Double.valueOf(left)) : facts.get(left);
    }
    Optional<Double> one = number(left, facts);
    Optional<Double> other = number(right, facts);
    return one.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : Optional.of(calculate(one.get(), other.get()))
            .filter(value -> !value.isNaN())
            .map(value -> value);
  }

  private double calculate(double one, double other) {
    return switch (operator) {
      case "+" -> one + other;
      case "-" -> one - other;
      case "*" -> one * other;
      default -> other == 0 ? Double.NaN : one / other;
    };
  }

  private static Optional<Double> number(String term, Facts facts) {
    return isNumber(term)
        ? Optional.of(Double.valueOf(term))
        : facts.get(term).map(Double.class::cast);
  }

  /** The facts that it needs, and what the lesson has kept. */
  public Set<String> names() {
    return Stream.of(left, Optional.ofNullable(right).orElse(left))
        .filter(term -> !isNumber(term))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As it was written. */
  @Override
  public String toString() {
    return source;
  }
}
