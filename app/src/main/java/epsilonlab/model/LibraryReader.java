package epsilonlab.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Reads a library's files, and remembers the cards of those that did not change. */
final class LibraryReader {
  private final BiConsumer<String, Weights> validator;
  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  /** What a file held when it looked like this. */
  private record Known(Stamp stamp, ModelEntry entry) {}

  private record Stamp(FileTime changed, long size, Object key) {
    static Stamp of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      // a save is a move, so even one within the clock's tick has another key
      return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
    }
  }

  LibraryReader(BiConsumer<String, Weights> validator) {
    this.validator = validator;
  }

  /** The library's entry for a file, without its weights. */
  ModelEntry entry(String id, Path file) {
    Stamp stamp;
    try {
      stamp = Stamp.of(file);
    } catch (IOException gone) {
      // the sentence for it comes from reading the file
      stamp = null;
    }
    Known before = known.get(file);
    if (before != null && before.stamp().equals(stamp)) {
      return before.entry();
    }
    ModelFile content = content(file, null, null);
    ModelEntry entry = new ModelEntry(id, content.card(), file, content.sha256());
    if (stamp != null) {
      known.put(file, new Known(stamp, entry));
    }
    return entry;
  }

  /** A file's whole content, checked; null stands for what the file says. */
  ModelFile content(Path file, String name, String architecture) {
    return ModelFile.read(file, name, architecture, validator);
  }

  /** The same of bytes that lie on no disk; {@code name} stands for a file's. */
  ModelFile content(byte[] bytes, String name) {
    return ModelFile.of(bytes, Path.of(name), null, null, validator);
  }

  /** Throws unless the weights fit the card's architecture. */
  void check(ModelCard card, Weights weights) {
    validator.accept(card.architecture(), weights);
  }
}
