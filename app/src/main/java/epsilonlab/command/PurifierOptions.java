package epsilonlab.command;

import epsilonlab.engine.LabException;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.DenoisingSettings;
import epsilonlab.generative.GenerativeSettings;
import epsilonlab.generative.Noise;
import epsilonlab.generative.NoiseKind;
import epsilonlab.generative.Vae;
import epsilonlab.generative.VaeSettings;
import java.util.Locale;
import java.util.Objects;
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
    DENOISE,
    VAE;

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
    training(0);
  }

  /** The name of the kind in files, or null if none was named. */
  String architecture() {
    if (kind == null) {
      return null;
    }
    return kind() == Kind.VAE ? Vae.ID : DenoisingAutoencoder.ID;
  }

  /** How the purifier is trained: as in the exercise, but for what the options say. */
  GenerativeSettings<?, ?> training(long seed) {
    if (kind() == Kind.VAE) {
      VaeSettings exercise = VaeSettings.exercise();
      return new VaeSettings(
          exercise.network(),
          exercise.beta(),
          exercise.learningRate(),
          exercise.batch(),
          epochs == null ? exercise.epochs() : epochs,
          seed);
    }
    DenoisingSettings exercise = DenoisingSettings.exercise();
    NoiseKind spoiler =
        noiseKind == null
            ? exercise.noise().kind()
            : Choice.of("kind of noise", noiseKind, NoiseKind.values(), NoiseKind::id);
    return new DenoisingSettings(
        exercise.network(),
        new Noise(spoiler, noise == null ? exercise.noise().size() : noise),
        exercise.learningRate(),
        exercise.batch(),
        epochs == null ? exercise.epochs() : epochs,
        seed);
  }
}
