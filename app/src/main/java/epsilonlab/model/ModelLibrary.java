package epsilonlab.model;

import epsilonlab.engine.LabException;
import epsilonlab.settings.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The models that the user keeps: a folder with one {@code <id>.safetensors} each, the card in the
 * file's metadata. Thread-safe, and safe among processes: changes take turns by a lock on the
 * folder, files are saved atomically, and what is deleted lies in {@code deleted/}. All methods
 * read or write files, so none belongs on the window's thread.
 */
public final class ModelLibrary {
  private final LibraryFolder folder;
  private final LibraryReader reader;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile List<String> notices = List.of();

  /**
   * @param folder need not exist yet
   * @param validator throws a {@link LabException} if the weights do not fit the architecture of
   *     that name, or if there is none
   */
  public ModelLibrary(Path folder, BiConsumer<String, Weights> validator) {
    this.folder = new LibraryFolder(folder);
    this.reader = new LibraryReader(validator);
  }

  /** All models, oldest first. Damaged files are left out and told by {@link #notices}. */
  public List<ModelEntry> list() {
    List<ModelEntry> entries = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    for (String id : folder.ids()) {
      try {
        entries.add(reader.entry(id, folder.live(id)));
      } catch (LabException broken) {
        // deleted by another process since the folder was read is no damage
        if (Files.exists(folder.live(id))) {
          damaged.add(broken.getMessage());
        }
      }
    }
    entries.sort(
        Comparator.comparing((ModelEntry entry) -> entry.card().created())
            .thenComparing(ModelEntry::id));
    notices = List.copyOf(damaged);
    return List.copyOf(entries);
  }

  /** A sentence for every file that the last {@link #list} left out. */
  public List<String> notices() {
    return notices;
  }

  /**
   * The model with that id, else the only one of that name.
   *
   * @throws LabException if there is none or several; it lists what there is
   */
  public ModelEntry find(String nameOrId) {
    if (folder.holds(nameOrId)) {
      return reader.entry(nameOrId, folder.live(nameOrId));
    }
    List<ModelEntry> all = list();
    List<ModelEntry> named =
        all.stream().filter(entry -> entry.card().name().equals(nameOrId)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    if (all.isEmpty()) {
      throw new LabException(
          "There is no model \""
              + nameOrId
              + "\", for the model library is empty; train a model or import one.");
    }
    throw new LabException(
        named.isEmpty()
            ? "There is no model \""
                + nameOrId
                + "\" in the library; choose one of "
                + ids(all)
                + "."
            : named.size()
                + " models are called \""
                + nameOrId
                + "\"; choose one by its id: "
                + ids(named)
                + ".");
  }

  private static String ids(List<ModelEntry> entries) {
    return entries.stream()
        .map(entry -> entry.id() + " (" + entry.card().name() + ")")
        .collect(Collectors.joining(", "));
  }

  /**
   * A model's weights.
   *
   * @throws LabException if there is no such model or its file is damaged
   */
  public Weights weights(String id) {
    return reader.content(existing(id), null, null).weights();
  }

  /** Keeps a new model under a new id. */
  public ModelEntry add(ModelCard card, Weights weights) {
    return told(folder.change(() -> save(folder.freeId(card.name()), card, weights)));
  }

  /** Replaces what is known of a model, for example its name; the weights stay. */
  public ModelEntry update(String id, ModelCard card) {
    return told(
        folder.change(() -> save(id, card, reader.content(existing(id), null, null).weights())));
  }

  /** The same with a change of what is known now, so that two changes do not undo each other. */
  public ModelEntry update(String id, UnaryOperator<ModelCard> change) {
    return told(
        folder.change(
            () -> {
              ModelFile content = reader.content(existing(id), null, null);
              return save(id, change.apply(content.card()), content.weights());
            }));
  }

  /** Keeps a copy under another name. */
  public ModelEntry duplicate(String id, String newName) {
    return told(
        folder.change(
            () -> {
              ModelFile content = reader.content(existing(id), newName, null);
              return save(folder.freeId(newName), content.card(), content.weights());
            }));
  }

  /** Puts a model aside; {@link #restore} brings it back. */
  public void delete(String id) {
    told(folder.change(() -> move(existing(id), folder.deleted(id))));
  }

  /**
   * Undoes {@link #delete}.
   *
   * @throws LabException if there is no such deleted model
   */
  public ModelEntry restore(String id) {
    return told(
        folder.change(
            () -> {
              if (!folder.holdsDeleted(id) || Files.exists(folder.live(id))) {
                throw new LabException(
                    "There is no deleted model "
                        + id
                        + " to bring back; look into the folder deleted in "
                        + folder.path()
                        + ".");
              }
              return reader.entry(id, move(folder.deleted(id), folder.live(id)));
            }));
  }

  /**
   * Copies a model's file to {@code target}, or into it if it is a folder; a file is replaced.
   *
   * @return where the copy is
   * @throws LabException if that is inside the library or cannot be written
   */
  public Path export(String id, Path target) {
    byte[] bytes = Safetensors.bytes(existing(id));
    Path place = target.toAbsolutePath().normalize();
    Path file = Files.isDirectory(place) ? place.resolve(id + LibraryFolder.EXTENSION) : place;
    if (file.startsWith(folder.path())) {
      throw new LabException(
          "A model cannot be exported into the library itself; choose a place outside "
              + folder.path()
              + ".");
    }
    try {
      AtomicFiles.write(file, bytes);
      return file;
    } catch (IOException impossible) {
      throw new LabException(
          "The model cannot be exported to "
              + file
              + ": "
              + AtomicFiles.reason(impossible)
              + "; choose a folder that is there and that you may write.",
          impossible);
    }
  }

  /**
   * Keeps a copy of a weights file from elsewhere.
   *
   * @param name null for the name in the file's card, or else the file's name
   * @param architecture null for the one that the file names
   * @throws LabException if the file is damaged, fits no architecture, or names none and none is
   *     given
   */
  public ModelEntry importFile(Path file, String name, String architecture) {
    ModelFile content = reader.content(file, name, architecture);
    return add(content.card(), content.weights());
  }

  /**
   * Keeps a model that came in another file, unless the library has the same weights already.
   *
   * @param safetensors a weights file's bytes
   * @param file what that file is called, for sentences, and for a name if it has no card
   * @return the model in the library, new or known
   * @throws LabException if it is damaged, fits no architecture, or names none
   */
  public ModelEntry addOnce(byte[] safetensors, String file) {
    ModelFile content = reader.content(safetensors, file);
    return told(
        folder.change(
            () -> {
              for (ModelEntry known : list()) {
                boolean same =
                    known.sha256().equals(content.sha256())
                        && known.card().architecture().equals(content.card().architecture());
                if (same) {
                  return known;
                }
              }
              return save(folder.freeId(content.card().name()), content.card(), content.weights());
            }));
  }

  /** Calls {@code listener} after every change made here, on the thread that made it. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private Path existing(String id) {
    if (!folder.holds(id)) {
      throw new LabException(
          "There is no model "
              + id
              + " in the library any more; choose another one, or look into "
              + folder.path()
              + ".");
    }
    return folder.live(id);
  }

  private ModelEntry save(String id, ModelCard card, Weights weights) {
    reader.check(card, weights);
    new Safetensors(weights, card.toMetadata()).write(folder.live(id));
    return reader.entry(id, folder.live(id));
  }

  private static Path move(Path from, Path to) throws IOException {
    try {
      return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException gone) {
      throw new LabException(
          "The model file " + from + " is gone; another program may have moved it.", gone);
    }
  }

  // after the lock is open again, so that a listener may use the library
  private <T> T told(T result) {
    listeners.forEach(Runnable::run);
    return result;
  }
}
