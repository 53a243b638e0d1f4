package epsilonlab.settings;

import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * One thing that {@link Settings} remembers: its name in the file, its type, and what holds until
 * the user chooses otherwise. Whoever needs a setting declares a constant of this class in a class
 * of its own; names are unique by a prefix such as {@code train.}.
 *
 * @param <T> an immutable type that Gson reads and writes: text, numbers, enums, records, and lists
 *     and maps of these
 */
public final class Setting<T> {
  private final String name;
  private final Type type;
  private final T fallback;
  private final Predicate<? super T> valid;

  private Setting(String name, Type type, T fallback, Predicate<? super T> valid) {
    this.name = Objects.requireNonNull(name);
    this.type = type;
    this.fallback = Objects.requireNonNull(fallback);
    this.valid = valid;
    if (!valid.test(fallback)) {
      throw new IllegalArgumentException("the default of " + name + " is not valid");
    }
  }

  /** A text, number, truth value, enum or record. */
  public static <T> Setting<T> of(String name, Class<T> type, T fallback) {
    return new Setting<>(name, type, fallback, any -> true);
  }

  /** Texts in order. */
  public static Setting<List<String>> texts(String name, List<String> fallback) {
    return generic(name, new TypeToken<List<String>>() {}, List.copyOf(fallback));
  }

  /** Numbers by name. */
  public static Setting<Map<String, Double>> numbers(String name, Map<String, Double> fallback) {
    return generic(name, new TypeToken<Map<String, Double>>() {}, Map.copyOf(fallback));
  }

  /** Any other type, for example a list of records. */
  public static <T> Setting<T> generic(String name, TypeToken<T> type, T fallback) {
    return new Setting<>(name, type.getType(), fallback, any -> true);
  }

  /** The same setting with a limit: what a file holds beyond it counts as not set. */
  public Setting<T> where(Predicate<? super T> valid) {
    return new Setting<>(name, type, fallback, valid);
  }

  /** Its name in the file. */
  public String name() {
    return name;
  }

  /** What holds until the user chooses. */
  public T fallback() {
    return fallback;
  }

  Type type() {
    return type;
  }

  boolean accepts(T value) {
    return value != null && valid.test(value);
  }
}
