package epsilonlab.ui;

import epsilonlab.data.DataSet;
import epsilonlab.model.ModelEntry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that is shown and that a command of the lab computes again. Immutable.
 *
 * @param command its name, as in {@code attack}
 * @param seed of everything random in it, which need not be that of the session any more
 * @param options what the command is given, by the option's name without dashes
 * @param models those that options name, by the option
 * @param data the data set that it was computed from; empty for that of the session
 * @param results what is shown, as the command's results say it
 * @param isWhole whether the command's results have no other keys
 */
public record Repeatable(
    String command,
    long seed,
    Map<String, List<String>> options,
    Map<String, ModelEntry> models,
    Optional<DataSet> data,
    Map<String, ?> results,
    boolean isWhole) {
  /** Takes copies. */
  public Repeatable {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
  }

  /** All results of a command that was given nothing yet. */
  public static Repeatable of(String command, long seed, Map<String, ?> results) {
    return new Repeatable(command, seed, Map.of(), Map.of(), Optional.empty(), results, true);
  }

  /** The same, where the command has more to say than is shown. */
  public Repeatable inPart() {
    return new Repeatable(command, seed, options, models, data, results, false);
  }

  /** With an option more. */
  public Repeatable with(String option, Object value) {
    Map<String, List<String>> more = new LinkedHashMap<>(options);
    more.put(option, List.of(Objects.toString(value)));
    return new Repeatable(command, seed, more, models, data, results, isWhole);
  }

  /** With an option more that has several numbers, separated by commas. */
  public Repeatable withAll(String option, List<? extends Number> values) {
    return with(
        option,
        values.stream()
            .map(value -> Double.isInfinite(value.doubleValue()) ? "inf" : value.toString())
            .collect(Collectors.joining(",")));
  }

  /** With an option that names a model. */
  public Repeatable withModel(String option, ModelEntry model) {
    Map<String, ModelEntry> more = new LinkedHashMap<>(models);
    more.put(option, model);
    return new Repeatable(command, seed, options, more, data, results, isWhole);
  }

  /** With a data set of its own. */
  public Repeatable on(DataSet own) {
    return new Repeatable(command, seed, options, models, Optional.of(own), results, isWhole);
  }
}
