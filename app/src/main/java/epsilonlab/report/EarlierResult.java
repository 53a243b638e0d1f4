package epsilonlab.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what an existing folder holds before it is replaced, and removes it afterwards. */
final class EarlierResult {
  /** All that the lab ever writes into a result folder. */
  private static final Set<String> KINDS =
      Set.of("json", "csv", "png", "svg", "gif", "md", "tex", "npy", "npz", "safetensors");

  /** Of these kinds people keep files of their own. */
  private static final Set<String> HAND_INS = Set.of("report.pdf", "report.html");

  /** What file managers leave everywhere. */
  private static final Set<String> LITTER = Set.of(".ds_store", "thumbs.db", "desktop.ini");

  private EarlierResult() {}

  /**
   * Checks that nothing but an earlier result would be lost.
   *
   * @throws LabException if {@code folder} is a file, or holds something else
   */
  static void checkReplaceable(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new LabException(
          "Results need a folder, but " + folder + " is a file; choose another name.");
    }
    if (isEmpty(folder)) {
      return;
    }
    if (!isResult(folder.resolve(ResultDocument.FILE))) {
      throw new LabException(
          "The folder "
              + folder
              + " is not empty and holds no earlier result of the lab; choose a new or an empty"
              + " folder.");
    }
    Optional<Path> other = somethingElse(folder);
    if (other.isPresent()) {
      throw new LabException(
          "The earlier result in "
              + folder
              + " is not replaced, for "
              + folder.relativize(other.get())
              + " beside it is not the lab's; move that file or choose a new folder.");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static boolean isResult(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      return JsonParser.parseString(Files.readString(file)) instanceof JsonObject result
          && result.has("experiment")
          && result.has("results");
    } catch (JsonParseException | CharacterCodingException other) {
      return false;
    }
  }

  private static Optional<Path> somethingElse(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !Files.isDirectory(file) && !isOurs(file)).sorted().findFirst();
    }
  }

  private static boolean isOurs(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return LITTER.contains(name)
        || HAND_INS.contains(name)
        || KINDS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Removes a folder with all that is in it; what cannot be removed stays. */
  static void deleteQuietly(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException unreadable) {
      return;
    }
    deepestFirst.forEach(EarlierResult::deleteOneQuietly);
  }

  /** Removes {@code folder} and the folders above it up to {@code topmost}, as far as empty. */
  static void deleteEmptyQuietly(Path folder, Path topmost) {
    Path at = folder;
    while (at != null && at.startsWith(topmost) && deleteOneQuietly(at)) {
      at = at.getParent();
    }
  }

  // a hidden folder that stays is a nuisance; an error after the work is done would be worse
  private static boolean deleteOneQuietly(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException stays) {
      return false;
    }
  }
}
