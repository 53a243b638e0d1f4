package epsilonlab.ui;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a tab tells of itself, and what may be set on it from outside: by a lesson, a capsule or a
 * prepared moment of a lecture. The names are those of {@link FactNames}. Built once, from a
 * view-model; knows no nodes. Belongs to the FX thread; what is asked often must be cheap to tell.
 */
public final class TabFacts {
  private final Map<String, Supplier<?>> told = new LinkedHashMap<>();
  private final Map<String, Consumer<Object>> taken = new LinkedHashMap<>();

  /**
   * Tells a fact.
   *
   * @param value gives a {@code Double} or other number, {@code String}, {@code Boolean} or {@code
   *     Curve} as the fact's format says; null, an empty {@code Optional} or NaN while the tab does
   *     not know it, and while what it knows belongs to earlier settings
   * @throws IllegalArgumentException if no fact has this name, or this tab tells it already
   */
  public TabFacts tell(String name, Supplier<?> value) {
    fact(name);
    if (told.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException(name + " is told twice");
    }
    return this;
  }

  /**
   * Tells a fact that can also be set.
   *
   * @param take does what the user's own hand would do; may throw a {@link LabException} with one
   *     sentence if the value cannot be had here
   * @throws IllegalArgumentException if no settable fact has this name, or this tab tells it
   *     already
   */
  public <T> TabFacts set(String name, Supplier<?> value, Class<T> kind, Consumer<T> take) {
    if (!fact(name).settable()) {
      throw new IllegalArgumentException(name + " cannot be set");
    }
    tell(name, value);
    taken.put(name, given -> take.accept(kind.cast(given)));
    return this;
  }

  private static FactName fact(String name) {
    return FactNames.find(name)
        .orElseThrow(() -> new IllegalArgumentException("no fact is called " + name));
  }

  /** Adds all that another part of the same tab tells. */
  public TabFacts and(TabFacts other) {
    other.told.forEach(this::tell);
    taken.putAll(other.taken);
    return this;
  }

  /** What is known at this moment. */
  public Facts now() {
    Map<String, Object> values = new LinkedHashMap<>();
    told.forEach(
        (name, supplier) -> {
          Object value = supplier.get();
          values.put(name, value instanceof Optional<?> maybe ? maybe.orElse(null) : value);
        });
    return Facts.of(values);
  }

  /** The names that are told. */
  public Set<String> names() {
    return Set.copyOf(told.keySet());
  }

  /** The names that can be set. */
  public Set<String> settable() {
    return Set.copyOf(taken.keySet());
  }

  /**
   * Sets one of {@link #settable()}.
   *
   * @param value of the class that the fact's format says
   * @throws LabException if it is none that can be had here
   */
  public void take(String name, Object value) {
    Optional<String> instead = fact(name).refuses(value);
    if (instead.isPresent()) {
      throw new LabException("'" + name + "' is " + instead.get() + ", not '" + value + "'.");
    }
    taken.get(name).accept(value);
  }
}
