package epsilonlab.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Deletes a folder in which somebody may still write a last file. */
final class FolderRemoval {
  private static final int ATTEMPTS = 10;
  private static final long REST_MILLIS = 100;

  /** Deletes one file or empty folder, if it is there. */
  interface Deletion {
    void delete(Path file) throws IOException;
  }

  private final Deletion deletion;
  private final long restMillis;

  FolderRemoval() {
    this(Files::deleteIfExists, REST_MILLIS);
  }

  FolderRemoval(Deletion deletion, long restMillis) {
    this.deletion = deletion;
    this.restMillis = restMillis;
  }

  /**
   * Deletes the folder with all that is in it; if files come or go meanwhile, again after a short
   * rest, for about a second.
   *
   * @throws IOException if something of it cannot be deleted, or files still come
   */
  void remove(Path folder) throws IOException {
    for (int attempt = 1; Files.exists(folder); attempt++) {
      try {
        removeOnce(folder);
      } catch (DirectoryNotEmptyException | NoSuchFileException changing) {
        if (attempt == ATTEMPTS || !rested()) {
          throw new IOException("files were still being written there", changing);
        }
      }
    }
  }

  private void removeOnce(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      // what is in a folder goes before the folder
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        deletion.delete(file);
      }
    } catch (UncheckedIOException walking) {
      throw walking.getCause();
    }
  }

  private boolean rested() {
    try {
      Thread.sleep(restMillis);
      return true;
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
