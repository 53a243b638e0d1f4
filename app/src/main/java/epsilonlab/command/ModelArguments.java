package epsilonlab.command;

import epsilonlab.engine.Compute;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelFile;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Weights;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code --weights} may say: a file, or a name in the model library. */
final class ModelArguments {
  private final ModelLibrary library;

  ModelArguments(ModelLibrary library) {
    this.library = library;
  }

  /** The model library. */
  ModelLibrary library() {
    return library;
  }

  /**
   * The model of this file or name on the device.
   *
   * @param architecture the name given with --model, or null
   */
  Classifier classifier(Compute compute, String argument, String architecture) {
    ModelFile file = read(argument, architecture);
    return new Classifier(
        compute, file.card().name(), Architectures.get(file.card().architecture()), file.weights());
  }

  /** The weights alone. */
  Weights weights(String argument, String architecture) {
    return read(argument, architecture).weights();
  }

  private ModelFile read(String argument, String architecture) {
    Path path = path(argument);
    return ModelFile.read(path, null, architecture, Architectures::validate);
  }

  private Path path(String argument) {
    Path path = Path.of(argument);
    boolean looksLikeAFile = argument.endsWith(".safetensors") || argument.contains("/");
    if (looksLikeAFile || Files.exists(path)) {
      return path;
    }
    ModelEntry entry = library.find(argument);
    return entry.file();
  }
}
