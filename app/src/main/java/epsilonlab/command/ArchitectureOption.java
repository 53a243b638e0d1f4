package epsilonlab.command;

import epsilonlab.generative.GenerativeModels;
import epsilonlab.model.Architectures;
import picocli.CommandLine.Option;

/** {@code --model}, for weights files that do not name their architecture. */
final class ArchitectureOption {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "A file's architecture, where the file does not name it.")
  String name;

  /** Checks that there is such a network. */
  void check() {
    if (name != null) {
      Architectures.get(name);
    }
  }

  /** Checks that there is such a network, for classifying or for making images. */
  void checkOfAnyKind() {
    if (name != null && !GenerativeModels.isGenerative(name)) {
      Architectures.get(name);
    }
  }
}
