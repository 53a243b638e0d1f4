package epsilonlab.data;

import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
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
      throw new LabException(
          "Nothing can be written to the folder "
              + cacheDir
              + "; give it the rights, or set EPSILONLAB_HOME to another folder.",
          unwritable);
    }
  }

  /** Where the files are to be written. */
  Path temporary() {
    return temporary;
  }

  /** Puts the folder in its place; what was there goes. */
  void keep() throws IOException {
    if (Files.exists(last)) {
      // a folder with files in it cannot be replaced by a move
      Path old = temporary.resolveSibling(temporary.getFileName() + "-old");
      Files.move(last, old, StandardCopyOption.ATOMIC_MOVE);
      Files.move(temporary, last, StandardCopyOption.ATOMIC_MOVE);
      delete(old);
    } else {
      Files.move(temporary, last, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Removes what was not kept. */
  @Override
  public void close() throws IOException {
    if (Files.exists(temporary)) {
      delete(temporary);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
