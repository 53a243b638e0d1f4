package epsilonlab.command;

import epsilonlab.engine.LabException;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.Vae;
import epsilonlab.model.ModelFile;
import epsilonlab.settings.Home;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which purifier, and how it is trained where none is given. */
final class PurifierOptions {
  @Option(
      names = "--purifier",
      paramLabel = "FILE",
      description =
          "A denoising autoencoder or a VAE: a .safetensors file, or a name in the model library"
              + " (default: one is trained first).")
  String file;

  @Option(
      names = "--kind",
      paramLabel = "K",
      description =
          "denoise or vae: which one is trained (default: denoise), or what the file of --purifier"
              + " is where it does not say so.")
  String kind;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes of the training over the training images (default: 10).")
  Integer epochs;

  @Option(
      names = "--noise",
      paramLabel = "S",
      description = "Size of the noise that a denoising autoencoder is trained on (default: 0.5).")
  Double noise;

  @Option(
      names = "--noise-kind",
      paramLabel = "K",
      description = "gaussian, salt-and-pepper or masking (default: gaussian).")
  String noiseKind;

  private enum Kind {
    DENOISE(DenoisingAutoencoder.ID),
    VAE(Vae.ID);

    private final String network;

    Kind(String network) {
      this.network = network;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Kind kind() {
    return kind == null ? Kind.DENOISE : Choice.of("kind", kind, Kind.values(), Kind::id);
  }

  /**
   * Checks what can be checked before work starts.
   *
   * @throws LabException if the options contradict each other or a value is out of its range
   */
  void check() {
    Kind chosen = kind();
    if (file != null && Stream.of(epochs, noise, noiseKind).anyMatch(Objects::nonNull)) {
      throw new LabException(
          "--epochs, --noise and --noise-kind belong to the training of a purifier, but --purifier"
              + " names a trained one; leave one or the other out.");
    }
    if (chosen == Kind.VAE && (noise != null || noiseKind != null)) {
      throw new LabException(
          "A VAE is trained without noise; leave out --noise and --noise-kind, or take --kind"
              + " denoise.");
    }
    training(0).settings(Optional.empty());
  }

  /** The model that {@code --purifier} names, or empty without it. */
  Optional<ModelFile> given() {
    List<String> all = Arrays.stream(Kind.values()).map(each -> each.network).toList();
    List<String> wanted = kind == null ? all : List.of(kind().network);
    return Optional.ofNullable(file)
        .map(argument -> ModelArguments.of(Home.current()).generative(argument, wanted));
  }

  /** The command that trains the purifier, as in its exercise but for what the options say. */
  GenerativeCommand<?, ?> training(long seed) {
    GenerativeCommand<?, ?> command = kind() == Kind.VAE ? new VaeCommand() : denoise();
    command.epochs = epochs;
    command.common.seed = seed;
    return command;
  }

  private DenoiseCommand denoise() {
    DenoiseCommand command = new DenoiseCommand();
    command.noise = noise;
    command.noiseKind = noiseKind;
    return command;
  }
}
