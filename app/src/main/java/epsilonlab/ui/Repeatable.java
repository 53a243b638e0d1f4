package epsilonlab.ui;

import epsilonlab.data.DataSet;
import epsilonlab.model.ModelEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is shown and that a command of the lab computes again.
 *
 * @param command its name, as in {@code attack}
 * @param options what the command is given, by the option's name without dashes
 * @param models those that options name, by the option
 * @param data the data set that it was computed from; empty for that of the session
 * @param results what is shown, as the command's results say it; it may be a part of them
 */
public record Repeatable(
    String command,
    Map<String, List<String>> options,
    Map<String, ModelEntry> models,
    Optional<DataSet> data,
    Map<String, ?> results) {
  /** Takes copies. */
  public Repeatable {
    options = new LinkedHashMap<>(options);
    models = new LinkedHashMap<>(models);
    results = new LinkedHashMap<>(results);
  }

  /** A result of a command that was given nothing yet. */
  public static Repeatable of(String command, Map<String, ?> results) {
    return new Repeatable(command, Map.of(), Map.of(), Optional.empty(), results);
  }

  /** With an option more. */
  public Repeatable with(String option, Object... values) {
    Map<String, List<String>> more = new LinkedHashMap<>(options);
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(Objects.toString(value));
    }
    more.put(option, texts);
    return new Repeatable(command, more, models, data, results);
  }

  /** With an option that names a model. */
  public Repeatable withModel(String option, ModelEntry model) {
    Map<String, ModelEntry> more = new LinkedHashMap<>(models);
    more.put(option, model);
    return new Repeatable(command, options, more, data, results);
  }

  /** With a data set of its own. */
  public Repeatable on(DataSet own) {
    return new Repeatable(command, options, models, Optional.of(own), results);
  }
}
