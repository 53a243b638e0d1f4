package epsilonlab.report.capsule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was computed, so that it can be computed again: a command by its name and its options one by
 * one, never a line for a shell.
 *
 * @param command a command's name, as in {@code attack}
 * @param options what was given, by the option's name without dashes; a switch has {@code true} or
 *     {@code false}; where weights are named, their place in the capsule
 * @param settings every setting, defaults included, for people; empty for what the window showed
 * @param seed of everything random
 * @param dataset the data set's name, as in {@code mnist}
 */
public record Experiment(
    String command,
    Map<String, List<String>> options,
    Map<String, Object> settings,
    long seed,
    String dataset) {
  /** Takes copies. */
  public Experiment {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
