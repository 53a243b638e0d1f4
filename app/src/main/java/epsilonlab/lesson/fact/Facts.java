package epsilonlab.lesson.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the lab knows of itself at one moment: values by the names of {@link FactNames}, and of what
 * a lesson keeps ({@code kept.…}). A number that is NaN counts as not known. Immutable.
 */
public final class Facts {
  /** What a lesson's own names begin with. */
  public static final String KEPT = "kept.";

  /** Nothing is known. */
  public static final Facts NONE = new Facts(Map.of());

  private final Map<String, Object> values;

  private Facts(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /**
   * These values; whole numbers are taken for the same number with decimals.
   *
   * @throws IllegalArgumentException if a name is unknown or a value is not of its kind
   */
  public static Facts of(Map<String, ?> values) {
    Map<String, Object> all = new LinkedHashMap<>();
    values.forEach((name, value) -> put(all, name, value));
    return all.isEmpty() ? NONE : new Facts(all);
  }

  private static void put(Map<String, Object> all, String name, Object value) {
    Object taken = value instanceof Number number ? (Object) number.doubleValue() : value;
    if (taken == null || taken instanceof Double number && number.isNaN()) {
      all.remove(name);
      return;
    }
    if (!name.startsWith(KEPT)) {
      FactName fact =
          FactNames.find(name)
              .orElseThrow(() -> new IllegalArgumentException("no fact is called " + name));
      // only the kind: what was set by hand may be beyond the choices of a lesson
      if (!fact.format().type().isInstance(taken)) {
        throw new IllegalArgumentException(name + " is " + fact.format().kind() + ": " + value);
      }
    }
    all.put(name, taken);
  }

  /** The same with one more; null or NaN takes it away. */
  public Facts with(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    put(all, name, value);
    return new Facts(all);
  }

  /** These, and those of {@code others} that are not among them. */
  public Facts orElse(Facts others) {
    Map<String, Object> all = new LinkedHashMap<>(others.values);
    all.putAll(values);
    return new Facts(all);
  }

  /** The value, if it is known. */
  public Optional<Object> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** All of them by name. */
  public Map<String, Object> values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Facts facts && facts.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
