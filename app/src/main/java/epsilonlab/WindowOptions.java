package epsilonlab;

import epsilonlab.engine.LabException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the window is opened with.
 *
 * @param data where data sets are looked for first
 * @param lessons a folder with lessons of one's own
 * @param open a capsule to begin with
 * @param kiosk whether anyone may touch it
 * @param minutes after how many minutes without a touch a kiosk comes back to its beginning
 */
record WindowOptions(
    Optional<Path> data,
    Optional<Path> lessons,
    Optional<Path> open,
    boolean kiosk,
    Optional<Double> minutes) {
  private static final String DATA = "--data";
  private static final String LESSONS = "--lessons";
  private static final String OPEN = "--open";
  private static final String KIOSK = "--kiosk";
  private static final String MINUTES = "--kiosk-minutes";
  private static final List<String> WITH_VALUE = List.of(DATA, LESSONS, OPEN, MINUTES);

  /** The options of the window; empty if these arguments are none, but a command's. */
  static Optional<WindowOptions> of(String... arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    while (!left.isEmpty()) {
      String option = left.pop();
      boolean fits = option.equals(KIOSK) || WITH_VALUE.contains(option) && !left.isEmpty();
      if (!fits || values.put(option, option.equals(KIOSK) ? "" : left.pop()) != null) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(
          new WindowOptions(
              path(values, DATA),
              path(values, LESSONS),
              path(values, OPEN),
              values.containsKey(KIOSK),
              Optional.ofNullable(values.get(MINUTES)).map(Double::valueOf)));
    } catch (NumberFormatException | InvalidPathException none) {
      return Optional.empty();
    }
  }

  /**
   * Checks what can be checked before the window opens.
   *
   * @throws LabException with one sentence if something is wrong
   */
  void check() {
    if (minutes.isPresent() && !(minutes.get() >= 0.1 && minutes.get() <= 1440)) {
      throw new LabException("--kiosk-minutes is a number from 0.1 to 1440, such as 3.");
    }
    if (open.isPresent() && !Files.isRegularFile(open.get())) {
      throw new LabException(
          "There is no capsule " + open.get() + "; check the path, or leave --open out.");
    }
  }

  private static Optional<Path> path(Map<String, String> values, String option) {
    return Optional.ofNullable(values.get(option)).map(Path::of);
  }
}
