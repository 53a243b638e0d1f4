package epsilonlab.command;

import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelFile;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.settings.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code --weights} may say: a file, or a name in the model library. */
final class ModelArguments {
  private final ModelLibrary library;

  ModelArguments(ModelLibrary library) {
    this.library = library;
  }

  /** Those of the lab's folder. */
  static ModelArguments of(Home home) {
    return new ModelArguments(new ModelLibrary(home.models(), GenerativeModels::validate));
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

  /** Several models; one whose name is taken is called what the argument says. */
  List<Classifier> classifiers(
      Compute compute, List<String> arguments, ArchitectureOption architecture) {
    List<Classifier> classifiers = new ArrayList<>();
    for (String argument : arguments) {
      Classifier loaded = classifier(compute, argument, architecture.name);
      boolean taken = classifiers.stream().anyMatch(other -> other.name().equals(loaded.name()));
      classifiers.add(taken ? loaded.named(argument) : loaded);
    }
    return classifiers;
  }

  /** The weights alone. */
  Weights weights(String argument, String architecture) {
    return read(argument, architecture).weights();
  }

  /** The network that a file says it is for, or null where it does not say. */
  String architecture(String argument) {
    return Safetensors.read(path(argument)).metadata().get("architecture");
  }

  /** The data set that a file says it was trained on, or null where it does not say. */
  String dataset(String argument) {
    Map<String, String> metadata = Safetensors.read(path(argument)).metadata();
    return ModelCard.fromMetadata(metadata).map(ModelCard::dataset).orElse(metadata.get("dataset"));
  }

  private ModelFile read(String argument, String architecture) {
    Path path = path(argument);
    return ModelFile.read(
        path,
        null,
        architecture,
        (id, weights) -> {
          if (GenerativeModels.isGenerative(id)) {
            throw new LabException(
                "The weights file "
                    + path
                    + " is for the network "
                    + id
                    + ", which makes images; a classifier is wanted here, one of "
                    + String.join(", ", Architectures.ALL.stream().map(Architecture::id).toList())
                    + ".");
          }
          Architectures.validate(id, weights);
        });
  }

  /**
   * A generative model.
   *
   * @param kinds the networks that are wanted; the first one is taken for a file that names none
   * @throws LabException if it is for another network
   */
  ModelFile generative(String argument, List<String> kinds) {
    Path path = path(argument);
    String told = architecture(argument);
    return ModelFile.read(
        path,
        null,
        told == null ? kinds.get(0) : null,
        (id, weights) -> {
          if (!kinds.contains(id)) {
            throw new LabException(
                "The weights file "
                    + path
                    + " is for the network "
                    + id
                    + "; wanted here is "
                    + String.join(" or ", kinds)
                    + ", so choose another file.");
          }
          GenerativeModels.validate(id, weights);
        });
  }

  /** The file of this name, or of this model in the library. */
  Path path(String argument) {
    Path path = Path.of(argument);
    boolean looksLikeAFile = argument.endsWith(".safetensors") || argument.contains("/");
    if (looksLikeAFile || Files.exists(path)) {
      return path;
    }
    ModelEntry entry = library.find(argument);
    return entry.file();
  }
}
