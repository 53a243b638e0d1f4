package epsilonlab.lesson.fact;

import epsilonlab.engine.LabException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a lesson asks of one fact: a value ({@code 7}, {@code true}, {@code fgsm}), {@code not 7},
 * {@code one of 3, 5, 8}, {@code at least 0.9}, {@code at most}, {@code more than}, {@code less
 * than}, {@code between 0.1 and 0.3}, {@code known}, or {@code changed} since the step began. What
 * is more or less may be compared with another fact: {@code more than kept.one_step}.
 */
public final class Condition {
  private static final double SAME = 1e-6;
  private static final String AND = " and ";
  private static final Pattern BETWEEN = Pattern.compile("between\\s+(\\S+)\\s+and\\s+(\\S+)");
  private static final Map<String, Kind> ORDERED =
      Map.of(
          "at least ", Kind.AT_LEAST,
          "at most ", Kind.AT_MOST,
          "more than ", Kind.MORE,
          "less than ", Kind.LESS);

  /** How a fact is compared. */
  enum Kind {
    IS("", "set it to"),
    ONE_OF("", "set it to"),
    NOT("", ""),
    AT_LEAST("at least ", "bring it to"),
    AT_MOST("at most ", "bring it down to"),
    MORE("more than ", "bring it to"),
    LESS("less than ", "bring it down to"),
    BETWEEN("between ", "bring it"),
    KNOWN("", ""),
    CHANGED("", "");

    private final String words;
    private final String imperative;

    Kind(String words, String imperative) {
      this.words = words;
      this.imperative = imperative;
    }
  }

  private final String name;
  private final Format format;
  private final Kind kind;
  // what it is compared with: values, or expressions where it is more or less
  private final List<Object> values;
  private final List<Expression> bounds;

  private Condition(
      String name, Format format, Kind kind, List<Object> values, List<Expression> bounds) {
    this.name = name;
    this.format = format;
    this.kind = kind;
    this.values = values;
    this.bounds = bounds;
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
      return new Condition(name, format, Kind.KNOWN, List.of(), List.of());
    }
    if (format == Format.CURVE) {
      throw new LabException("'" + name + "' is a curve; it can only be known");
    }
    if (text.equals("changed")) {
      return new Condition(name, format, Kind.CHANGED, List.of(), List.of());
    }
    Matcher between = BETWEEN.matcher(text);
    if (between.matches()) {
      return ordered(name, format, Kind.BETWEEN, names, between.group(1), between.group(2));
    }
    for (Map.Entry<String, Kind> order : ORDERED.entrySet()) {
      if (text.startsWith(order.getKey())) {
        String bound = text.substring(order.getKey().length());
        return ordered(name, format, order.getValue(), names, bound);
      }
    }
    return equal(name, format, text);
  }

  /** That a fact has this value. */
  public static Condition is(String name, Object value) {
    return new Condition(name, Names.fact(name).format(), Kind.IS, List.of(value), List.of());
  }

  /** That a fact is known. */
  public static Condition known(String name) {
    return new Condition(name, Names.fact(name).format(), Kind.KNOWN, List.of(), List.of());
  }

  private static Condition ordered(
      String name, Format format, Kind kind, Names names, String... sources) {
    if (!format.isNumber()) {
      throw new LabException("'" + name + "' is " + format.kind() + ", which is not more or less");
    }
    List<Expression> bounds =
        List.of(sources).stream().map(source -> Expression.parse(source, names)).toList();
    for (Expression bound : bounds) {
      if (!bound.format().isNumber()) {
        throw new LabException("'" + bound + "' is not a number to compare with");
      }
    }
    if (kind == Kind.BETWEEN
        && number(bounds.get(0), Facts.NONE, 0)
            > number(bounds.get(1), Facts.NONE, Double.MAX_VALUE)) {
      throw new LabException("nothing is between " + sources[0] + " and " + sources[1]);
    }
    return new Condition(name, format, kind, List.of(), bounds);
  }

  private static double number(Expression bound, Facts facts, double otherwise) {
    return bound.of(facts).map(Double.class::cast).orElse(otherwise);
  }

  private static Condition equal(String name, Format format, String text) {
    Kind kind =
        text.startsWith("not ") ? Kind.NOT : text.startsWith("one of ") ? Kind.ONE_OF : Kind.IS;
    String values = text.replaceFirst("^(not|one of) ", "");
    List<String> words = kind == Kind.ONE_OF ? List.of(values.split(",")) : List.of(values);
    return new Condition(
        name,
        format,
        kind,
        words.stream().map(word -> Literal.of(name, format, word)).toList(),
        List.of());
  }

  /** Whether all that it compares is known. */
  public boolean isKnown(Facts facts) {
    return facts.get(name).isPresent()
        && bounds.stream().allMatch(bound -> bound.of(facts).isPresent());
  }

  /**
   * Whether it holds; what is not known does not.
   *
   * @param before the facts when the step began
   */
  public boolean holds(Facts now, Facts before) {
    if (!isKnown(now)) {
      return false;
    }
    Object value = now.get(name).orElseThrow();
    return switch (kind) {
      case KNOWN -> true;
      case CHANGED -> !same(value, before.get(name).orElse(null));
      case IS, ONE_OF -> values.stream().anyMatch(wanted -> same(value, wanted));
      case NOT -> !same(value, values.get(0));
      case AT_LEAST -> (Double) value >= bound(0, now) - SAME;
      case AT_MOST -> (Double) value <= bound(0, now) + SAME;
      case MORE -> (Double) value > bound(0, now) + SAME;
      case LESS -> (Double) value < bound(0, now) - SAME;
      case BETWEEN ->
          (Double) value >= bound(0, now) - SAME && (Double) value <= bound(1, now) + SAME;
    };
  }

  private double bound(int index, Facts facts) {
    return (Double) bounds.get(index).of(facts).orElseThrow();
  }

  private static boolean same(Object one, Object other) {
    return one instanceof Double a && other instanceof Double b
        ? a.equals(b) || Math.abs(a - b) <= SAME
        : one.equals(other);
  }

  /** What is missing and what to do about it: "This digit is a 3: choose a 7." */
  public String missing(Facts now) {
    Optional<Object> value = now.get(name);
    if (kind == Kind.KNOWN || value.isEmpty()) {
      return Advice.absent(name);
    }
    if (kind == Kind.CHANGED) {
      return Advice.unchanged(name);
    }
    if (format == Format.TRUTH) {
      boolean wanted = values.contains(true) != (kind == Kind.NOT);
      return wanted ? Advice.absent(name) : "This must not be so: the " + Names.noun(name) + ".";
    }
    String is = format.write(value.get());
    if (kind == Kind.NOT) {
      return "The " + Names.noun(name) + " is " + is + ": choose another one.";
    }
    String bound = bound(now);
    // as large as another fact is a value
    Kind shown = kind == Kind.BETWEEN && !bound.contains(AND) ? Kind.IS : kind;
    String wanted = shown.words + bound;
    return Advice.other(name, shown)
        .orElse("The " + Names.noun(name) + " is {is}: " + shown.imperative + " {wanted}.")
        .replace("{is}", is)
        .replace("{bound}", bound)
        .replace("{wanted}", wanted);
  }

  private String bound(Facts now) {
    List<String> all =
        bounds.isEmpty()
            ? values.stream().map(format::write).toList()
            : bounds.stream()
                .map(bound -> bound.of(now).map(format::write).orElse(bound.toString()))
                .toList();
    return kind == Kind.BETWEEN && all.get(0).equals(all.get(1))
        ? all.get(0)
        : String.join(kind == Kind.BETWEEN ? AND : " or ", all);
  }

  /** The facts that it compares, and what the lesson has kept. */
  public Set<String> names() {
    return Stream.concat(Stream.of(name), bounds.stream().flatMap(bound -> bound.names().stream()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the name of its fact begins with: the tab, or a part of it. */
  public String group() {
    return Names.group(name);
  }

  /** The fact that it asks for. */
  public String name() {
    return name;
  }
}
