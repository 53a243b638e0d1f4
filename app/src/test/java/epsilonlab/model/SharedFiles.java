package epsilonlab.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Where the reference files lie that this project did not make. */
public final class SharedFiles {
  private SharedFiles() {}

  /** The path of a shared file; skips the test, and says so, where there is none. */
  public static Path of(String name) {
    String chosen = System.getProperty("epsilonlab.shared");
    Stream<Path> places =
        chosen != null
            ? Stream.of(Path.of(chosen))
            : Stream.of(Path.of("../shared"), Path.of("../../shared"));
    return places
        .map(place -> place.resolve(name))
        .filter(Files::exists)
        .findFirst()
        .orElseGet(
            () ->
                Assumptions.abort(
                    "SKIPPED: no shared/" + name + "; give -Depsilonlab.shared=DIR to check it"));
  }
}
