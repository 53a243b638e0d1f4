package epsilonlab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Folders that outlive their test, for what may still be written when it has ended, such as
 * settings; they go when the tests' JVM does.
 */
public final class TestFolder {
  private static final Path ROOT = root();

  private TestFolder() {}

  /** A new, empty folder. */
  public static Path create() {
    try {
      return Files.createTempDirectory(ROOT, "home");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      Path root = Files.createTempDirectory("epsilonlab-tests");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path root) {
    // settings may be written while this deletes, so once more if need be
    for (int tries = 0; tries < 5 && Files.exists(root); tries++) {
      try (Stream<Path> all = Files.walk(root)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException | UncheckedIOException changing) {
        Thread.yield();
      }
    }
  }
}
