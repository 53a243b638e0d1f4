package epsilonlab.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of one command: what stdout and {@code result.json} carry. The same document gives the
 * same text. Values are texts, numbers, truth values, null, and maps, records, lists and arrays of
 * these; a record's {@code testAccuracy} becomes {@code test_accuracy}.
 *
 * @param experiment the command's name
 * @param settings every setting, defaults included
 * @param environment version, device, engine, threads, java, os
 * @param data name, source, SHA-256 of the files
 * @param seconds how long the work took
 * @param results what COMMANDS.md names; an infinite number becomes {@code "inf"}, NaN {@code null}
 */
public record ResultDocument(
    String experiment,
    Map<String, ?> settings,
    Map<String, ?> environment,
    Map<String, ?> data,
    double seconds,
    Map<String, ?> results) {
  /** The name of its file in a result folder. */
  public static final String FILE = "result.json";

  /** The document as indented JSON, keys in the order in which the maps have them. */
  public String toJson() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("experiment", experiment);
    root.put("settings", settings);
    root.put("environment", environment);
    root.put("data", data);
    root.put("seconds", seconds);
    root.put("results", results);
    return JsonText.of(root);
  }
}
