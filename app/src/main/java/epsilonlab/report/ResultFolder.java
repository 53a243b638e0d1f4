package epsilonlab.report;

import epsilonlab.engine.LabException;
import epsilonlab.settings.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a command's results go. Files are written into a hidden folder beside the one that was
 * named, which is moved into place when all of them are there: nobody ever sees half a result, and
 * an earlier result stays until the new one is complete. Not thread-safe.
 */
public final class ResultFolder implements AutoCloseable {
  private final Path target;
  private final Path temporary;
  private final Path topmostNew;
  private boolean over;

  private ResultFolder(Path target, Path temporary, Path topmostNew) {
    this.target = target;
    this.temporary = temporary;
    this.topmostNew = topmostNew;
  }

  /**
   * To be called before the work starts.
   *
   * @param target a folder that does not exist, is empty, or holds an earlier result of the lab,
   *     which {@link #commit} will replace
   * @throws LabException if it is another folder or a file, or if it cannot be written
   */
  public static ResultFolder prepare(Path target) {
    try {
      // through a link, so that the link stays and the results lie where it leads
      Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
      EarlierResult.checkReplaceable(real);
      if (real.getParent() == null) {
        throw new LabException("Results cannot be written to " + real + "; choose a folder in it.");
      }
      Path topmostNew = topmostNew(real.getParent());
      Files.createDirectories(real.getParent());
      Path temporary = AtomicFiles.sibling(real);
      Files.createDirectory(temporary);
      return new ResultFolder(real, temporary, topmostNew);
    } catch (IOException impossible) {
      throw failed(target, impossible);
    }
  }

  private static Path topmostNew(Path folder) {
    Path topmost = null;
    for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
      topmost = at;
    }
    return topmost;
  }

  /** Where the results will be after {@link #commit}. */
  public Path target() {
    return target;
  }

  /**
   * Where a file is to be written now; folders in {@code name} are made.
   *
   * @param name relative, with slashes, for example {@code figures/curve.png}
   */
  public Path file(String name) {
    Path file = temporary.resolve(name).normalize();
    if (!file.startsWith(temporary) || file.equals(temporary)) {
      throw new IllegalArgumentException(name + " is not inside the result folder");
    }
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException impossible) {
      throw failed(target, impossible);
    }
    return file;
  }

  /**
   * Writes a file.
   *
   * @throws LabException if that fails, for example because the disk is full
   */
  public void write(String name, byte[] bytes) {
    try {
      Files.write(file(name), bytes);
    } catch (IOException impossible) {
      throw failed(target, impossible);
    }
  }

  /** Writes a text as UTF-8. */
  public void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Moves the complete result into place; an earlier one is removed.
   *
   * @throws LabException if that fails; the results then stay in a folder that the sentence names
   */
  public void commit() {
    if (over) {
      throw new IllegalStateException("the result folder is closed");
    }
    over = true;
    Path earlier = AtomicFiles.sibling(target);
    try {
      // somebody may have put files there while the work went on
      EarlierResult.checkReplaceable(target);
      boolean replaces = Files.exists(target);
      if (replaces) {
        Files.move(target, earlier, StandardCopyOption.ATOMIC_MOVE);
      }
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException impossible) {
        if (replaces) {
          Files.move(earlier, target, StandardCopyOption.ATOMIC_MOVE);
        }
        throw impossible;
      }
    } catch (IOException | LabException impossible) {
      throw new LabException(
          "The results could not be moved to "
              + target
              + " and stay in "
              + temporary
              + "; move them from there.",
          impossible);
    }
    EarlierResult.deleteQuietly(earlier);
  }

  /** Removes what was written; the named folder is as it was before. */
  public void abort() {
    if (over) {
      return;
    }
    over = true;
    EarlierResult.deleteQuietly(temporary);
    if (topmostNew != null) {
      EarlierResult.deleteEmptyQuietly(target.getParent(), topmostNew);
    }
  }

  /** Does {@link #abort} unless {@link #commit} was called. */
  @Override
  public void close() {
    abort();
  }

  private static LabException failed(Path target, IOException cause) {
    return new LabException(
        "Results cannot be written to "
            + target
            + ": "
            + AtomicFiles.reason(cause)
            + "; choose a folder that you may write and that has room.",
        cause);
  }
}
