package epsilonlab.model;

import epsilonlab.engine.LabException;
import epsilonlab.settings.AtomicFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/** The files of a model library: where they lie, what they are called, and who may change them. */
final class LibraryFolder {
  static final String EXTENSION = ".safetensors";
  private static final int LONGEST_SLUG = 40;

  // a file lock keeps other processes out, but two channels of one process must not both ask for it
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private final Path folder;

  /** Something that is done with the files. */
  interface Change<T> {
    T make() throws IOException;
  }

  LibraryFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Path path() {
    return folder;
  }

  Path live(String id) {
    return folder.resolve(id + EXTENSION);
  }

  Path deleted(String id) {
    return folder.resolve("deleted").resolve(id + EXTENSION);
  }

  /** Whether {@code id} could be a model's: it leads to no other folder. */
  private static boolean isId(String id) {
    return !id.isBlank()
        && !id.startsWith(".")
        && id.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
  }

  boolean holds(String id) {
    return isId(id) && Files.isRegularFile(live(id));
  }

  boolean holdsDeleted(String id) {
    return isId(id) && Files.isRegularFile(deleted(id));
  }

  /** The ids of all files, sorted; none where there is no folder. */
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + EXTENSION)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".")) {
          ids.add(name.substring(0, name.length() - EXTENSION.length()));
        }
      }
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException unreadable) {
      throw new LabException(
          "The model library "
              + folder
              + " cannot be read: "
              + AtomicFiles.reason(unreadable)
              + "; give yourself the right to read it.",
          unreadable);
    }
    Collections.sort(ids);
    return ids;
  }

  /** An id that no model has or had, for a model of this name; to be called within a change. */
  String freeId(String name) {
    String slug = slug(name);
    int number = 1;
    while (Files.exists(live(slug + "-" + number)) || Files.exists(deleted(slug + "-" + number))) {
      number++;
    }
    return slug + "-" + number;
  }

  static String slug(String name) {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    slug = slug.substring(0, Math.min(LONGEST_SLUG, slug.length())).replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "model" : slug;
  }

  /**
   * Does something that no other thread and no other process may do to this folder meanwhile.
   *
   * @throws LabException with one sentence for whatever goes wrong with the files
   */
  <T> T change(Change<T> change) {
    THIS_PROCESS.lock();
    try {
      Files.createDirectories(deleted("any").getParent());
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        assert lock.isValid();
        return change.make();
      }
    } catch (IOException impossible) {
      throw new LabException(
          "The model library "
              + folder
              + " cannot be changed: "
              + AtomicFiles.reason(impossible)
              + "; make room there and see that you may write it.",
          impossible);
    } finally {
      THIS_PROCESS.unlock();
    }
  }
}
