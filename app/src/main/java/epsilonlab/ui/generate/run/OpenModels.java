package epsilonlab.ui.generate.run;

import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LibraryFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The trained networks of one part of the Generate tab: opened from the library or from a file.
 * Belongs to the FX thread; needs no screen.
 */
public final class OpenModels {
  private final LabServices services;
  private final List<String> kinds;
  private final String noun;
  private final Consumer<ModelEntry> open;
  private final LibraryFiles files;

  /**
   * @param kinds the architectures that the part can show, by their names in files
   * @param noun what one is called, with its article: "a GAN"
   * @param open shows one; on the FX thread
   */
  public OpenModels(
      LabServices services, List<String> kinds, String noun, Consumer<ModelEntry> open) {
    this.services = services;
    this.kinds = List.copyOf(kinds);
    this.noun = noun;
    this.open = open;
    this.files = new LibraryFiles(services, open);
  }

  /** Those in the library, the newest first. */
  public List<ModelEntry> all() {
    return services.session().generativeModels().stream()
        .filter(entry -> kinds.contains(entry.card().architecture()))
        .toList();
  }

  /** What one is called, with its article. */
  public String noun() {
    return noun;
  }

  /** Shows one. */
  public void open(ModelEntry entry) {
    open.accept(entry);
  }

  /** Renames, exports, deletes. */
  public LibraryFiles files() {
    return files;
  }

  /** Asks for a file, takes it into the library and shows it. */
  public void openFile() {
    services
        .dialogs()
        .chooseFileToOpen("Open " + noun, LibraryFiles.WEIGHTS)
        .ifPresent(file -> files.run("Open " + file, () -> read(file), open));
  }

  private ModelEntry read(Path file) {
    ModelLibrary library = services.session().library();
    Safetensors content = Safetensors.read(file);
    String named = content.metadata().get("architecture");
    if (named != null && !kinds.contains(named)) {
      throw new LabException(
          "The file %s holds weights of the network %s, which is not %s; choose another file."
              .formatted(file, named, noun));
    }
    String kind = named != null ? named : guess(file, content.weights());
    return library.importFile(file, null, kind);
  }

  // PyTorch's files name no architecture, but the names and shapes of the weights tell it
  private String guess(Path file, Weights weights) {
    for (String kind : kinds) {
      try {
        GenerativeModels.of(kind, weights);
        return kind;
      } catch (LabException other) {
        // the next kind may fit
        continue;
      }
    }
    throw new LabException(
        "The file %s holds no weights of %s; choose another file.".formatted(file, noun));
  }
}
