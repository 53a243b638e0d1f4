package epsilonlab.data;

import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that appears in the cache when it is complete, or never. */
final class CacheFolder implements AutoCloseable {
  private final Path temporary;
  private final Path last;

  private CacheFolder(Path temporary, Path last) {
    this.temporary = temporary;
    this.last = last;
  }

  /**
   * Starts a folder that will be called {@code name}.
   *
   * @throws LabException if the cache cannot be written to
   */
  static CacheFolder create(Path cacheDir, String name) {
    try {
      Files.createDirectories(cacheDir);
      return new CacheFolder(
          Files.createTempDirectory(cacheDir, "." + name + "-"), cacheDir.resolve(name));
    } catch (IOException unwritable) {
      throw unwritable(cacheDir, unwritable);
    }
  }

  private static LabException unwritable(Path folder, IOException cause) {
    return new LabException(
        "Nothing can be written to the folder "
            + folder
            + "; make room and give it the rights, or set EPSILONLAB_HOME to another folder.",
        cause);
  }

  /** Where the files are to be written. */
  Path temporary() {
    return temporary;
  }

  /**
   * Puts the folder in its place; what was there goes.
   *
   * @throws LabException if that fails
   */
  void keep() {
    Path old = temporary.resolveSibling(temporary.getFileName() + "-old");
    try {
      if (Files.exists(last)) {
        // a folder with files in it cannot be replaced by a move
        Files.move(last, old, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(temporary, last, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      putBack(old);
      throw unwritable(last.getParent(), failed);
    }
    delete(old);
  }

  private void putBack(Path old) {
    if (Files.exists(old) && !Files.exists(last)) {
      try {
        Files.move(old, last, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException stays) {
        System.getLogger(CacheFolder.class.getName())
            .log(System.Logger.Level.WARNING, "the data set is now in " + old, stays);
      }
    }
  }

  /** Removes what was not kept. */
  @Override
  public void close() {
    delete(temporary);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException leftOver) {
      // it only takes room, under a name that is never read
      System.getLogger(CacheFolder.class.getName())
          .log(System.Logger.Level.WARNING, "not removed: " + folder, leftOver);
    }
  }
}
