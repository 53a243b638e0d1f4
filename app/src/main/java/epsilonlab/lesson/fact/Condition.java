package epsilonlab.lesson.fact;

import epsilonlab.engine.LabException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a lesson asks of one fact: a value ({@code 7}, {@code true}, {@code fgsm}), {@code not 7},
 * {@code at least 0.9}, {@code at most 0.1}, {@code between 0.1 and 0.3}, {@code one of 3, 5, 8},
 * {@code known}, or {@code changed} since the step began.
 */
public final class Condition {
  private static final Pattern BETWEEN = Pattern.compile("between\\s+(\\S+)\\s+and\\s+(\\S+)");
  private static final double SAME = 1e-6;

  private enum Kind {
    IS,
    NOT,
    AT_LEAST,
    AT_MOST,
    BETWEEN,
    ONE_OF,
    KNOWN,
    CHANGED
  }

  private final String name;
  private final Format format;
  private final Kind kind;
  private final List<Object> values;

  private Condition(String name, Format format, Kind kind, List<Object> values) {
    this.name = name;
    this.format = format;
    this.kind = kind;
    this.values = values;
  }

  /**
   * Reads a condition.
   *
   * @param name of the fact
   * @param source what stands behind it
   * @throws LabException if the fact does not exist or cannot be compared like that
   */
  public static Condition parse(String name, String source, Names names) {
    Format format = names.format(name);
    String text = source.strip();
    if (text.equals("known")) {
      return new Condition(name, format, Kind.KNOWN, List.of());
    }
    if (format == Format.CURVE) {
      throw new LabException("'" + name + "' is a curve; it can only be known");
    }
    if (text.equals("changed")) {
      return new Condition(name, format, Kind.CHANGED, List.of());
    }
    Matcher between = BETWEEN.matcher(text);
    if (between.matches()) {
      return ordered(name, format, Kind.BETWEEN, between.group(1), between.group(2));
    }
    if (text.startsWith("at least ")) {
      return ordered(name, format, Kind.AT_LEAST, text.substring(9));
    }
    if (text.startsWith("at most ")) {
      return ordered(name, format, Kind.AT_MOST, text.substring(8));
    }
    if (text.startsWith("one of ")) {
      return new Condition(
          name, format, Kind.ONE_OF, values(name, format, text.substring(7).split(",")));
    }
    boolean not = text.startsWith("not ");
    return new Condition(
        name,
        format,
        not ? Kind.NOT : Kind.IS,
        values(name, format, not ? text.substring(4) : text));
  }

  private static Condition ordered(String name, Format format, Kind kind, String... bounds) {
    if (!format.isNumber()) {
      throw new LabException("'" + name + "' is " + format.kind() + ", which is not more or less");
    }
    List<Object> values = values(name, format, bounds);
    if (values.size() == 2 && (Double) values.get(0) > (Double) values.get(1)) {
      throw new LabException("between " + bounds[0] + " and " + bounds[1] + " is nothing");
    }
    return new Condition(name, format, kind, values);
  }

  private static List<Object> values(String name, Format format, String... texts) {
    return List.of(texts).stream().map(text -> Literal.of(name, format, text)).toList();
  }

  /** The fact that it asks for. */
  public String name() {
    return name;
  }

  /**
   * Whether it holds; what is not known does not.
   *
   * @param before the facts when the step began
   */
  public boolean holds(Facts now, Facts before) {
    Optional<Object> value = now.get(name);
    return value.isPresent()
        && switch (kind) {
          case KNOWN -> true;
          case CHANGED -> !same(value.get(), before.get(name).orElse(null));
          case IS, ONE_OF -> values.stream().anyMatch(wanted -> same(value.get(), wanted));
          case NOT -> !same(value.get(), values.get(0));
          case AT_LEAST -> (Double) value.get() >= number(0) - SAME;
          case AT_MOST -> (Double) value.get() <= number(0) + SAME;
          case BETWEEN ->
              (Double) value.get() >= number(0) - SAME && (Double) value.get() <= number(1) + SAME;
        };
  }

  private double number(int index) {
    return (Double) values.get(index);
  }

  private static boolean same(Object one, Object other) {
    return one instanceof Double a && other instanceof Double b
        ? a.equals(b) || Math.abs(a - b) <= SAME
        : one.equals(other);
  }

  /** What is missing, in words: "The true class of the digit is 3; it should be 7." */
  public String missing(Facts now) {
    String subject = "The " + Names.noun(name);
    Optional<Object> value = now.get(name);
    if (format == Format.TRUTH && kind == Kind.IS) {
      return subject + ": " + (value.isPresent() ? "not yet " + wanted() : "not known yet") + ".";
    }
    return subject
        + value
            .map(known -> " is " + format.write(known) + "; it should ")
            .orElse(" is not known yet; it should ")
        + wish()
        + ".";
  }

  private String wish() {
    return switch (kind) {
      case KNOWN -> "be known";
      case CHANGED -> "change";
      case NOT -> "not be " + wanted();
      case AT_LEAST -> "be at least " + wanted();
      case AT_MOST -> "be at most " + wanted();
      case BETWEEN -> "be between " + format.write(values.get(0)) + " and " + wanted();
      default -> "be " + wanted();
    };
  }

  private String wanted() {
    return kind == Kind.ONE_OF
        ? String.join(" or ", values.stream().map(format::write).toList())
        : format.write(values.get(values.size() - 1));
  }
}
