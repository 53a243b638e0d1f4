package epsilonlab;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the window is opened with.
 *
 * @param data where data sets are looked for first
 * @param lessons a folder with lessons of one's own
 */
record WindowOptions(Optional<Path> data, Optional<Path> lessons) {
  private static final String DATA = "--data";
  private static final String LESSONS = "--lessons";
  private static final List<String> KNOWN = List.of(DATA, LESSONS);

  /** The options of the window; empty if these arguments are none, but a command's. */
  static Optional<WindowOptions> of(String... arguments) {
    Map<String, Path> values = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      boolean fits = KNOWN.contains(arguments[i]) && i + 1 < arguments.length;
      if (!fits || values.put(arguments[i], Path.of(arguments[i + 1])) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new WindowOptions(
            Optional.ofNullable(values.get(DATA)), Optional.ofNullable(values.get(LESSONS))));
  }
}
