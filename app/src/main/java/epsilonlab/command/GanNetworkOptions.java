package epsilonlab.command;

import static epsilonlab.command.GenerativeCommand.or;
import static epsilonlab.command.GenerativeCommand.sameAs;

import epsilonlab.engine.LabException;
import epsilonlab.generative.DeepConvolutionalGan;
import epsilonlab.generative.FullyConnectedGan;
import epsilonlab.generative.Gan;
import epsilonlab.generative.GenerativeNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which GAN, and its sizes; what is not given is taken from the file to go on from, if any. */
final class GanNetworkOptions {
  @Option(
      names = "--network",
      paramLabel = "K",
      description =
          "gan: linear layers, the exercise's; dcgan: convolutions, for cleaner strokes (default:"
              + " gan).")
  String network;

  @Option(
      names = "--latent",
      paramLabel = "Z",
      description = "Dimensions of the noise z (default: gan 128, dcgan 64).")
  Integer latent;

  @Option(
      names = "--generator-hidden",
      paramLabel = "LIST",
      split = ",",
      description = "gan: units of the generator's hidden layers (default: 256,512,1024).")
  List<Integer> generatorHidden;

  @Option(
      names = "--discriminator-hidden",
      paramLabel = "LIST",
      split = ",",
      description = "gan: units of the discriminator's hidden layers (default: 1024,512,256).")
  List<Integer> discriminatorHidden;

  @Option(
      names = "--channels",
      paramLabel = "C",
      description = "dcgan: channels of the maps of 14 x 14 (default: 32).")
  Integer channels;

  @Option(
      names = "--dropout",
      paramLabel = "P",
      description = "Dropout in the discriminator (default: 0.3).")
  Double dropout;

  private enum Kind {
    GAN(FullyConnectedGan.ID),
    DCGAN(DeepConvolutionalGan.ID);

    final String id;

    Kind(String id) {
      this.id = id;
    }
  }

  /** The names in files, the one that is meant where a file has none first. */
  List<String> kinds() {
    Stream<String> all = Arrays.stream(Kind.values()).map(kind -> kind.id);
    return network == null ? all.toList() : List.of(kind().id);
  }

  private Kind kind() {
    return network == null
        ? Kind.GAN
        : Choice.of("network", network, Kind.values(), kind -> kind.id);
  }

  /**
   * The network.
   *
   * @param from the one that a training goes on with
   * @throws LabException if an option is out of its range, belongs to the other network, or
   *     contradicts the one to go on with
   */
  Gan chosen(Optional<GenerativeNetwork> from) {
    from.map(Gan.class::cast).ifPresent(there -> sameAs("--latent", latent, there.latent()));
    if (from.map(DeepConvolutionalGan.class::isInstance).orElse(kind() == Kind.DCGAN)) {
      return convolutional(from.map(DeepConvolutionalGan.class::cast));
    }
    return fullyConnected(from.map(FullyConnectedGan.class::cast));
  }

  private Gan convolutional(Optional<DeepConvolutionalGan> from) {
    if (Stream.of(generatorHidden, discriminatorHidden).anyMatch(Objects::nonNull)) {
      throw new LabException(
          "A dcgan has channels instead of hidden layers; give --channels, or take --network gan.");
    }
    from.ifPresent(there -> sameAs("--channels", channels, there.channels()));
    DeepConvolutionalGan base = from.orElseGet(DeepConvolutionalGan::standard);
    return new DeepConvolutionalGan(
        or(latent, base.latent()), or(channels, base.channels()), or(dropout, base.dropout()));
  }

  private Gan fullyConnected(Optional<FullyConnectedGan> from) {
    if (channels != null) {
      throw new LabException(
          "A gan of linear layers has no channels; give --generator-hidden and"
              + " --discriminator-hidden, or take --network dcgan.");
    }
    from.ifPresent(
        there -> {
          sameAs("--generator-hidden", generatorHidden, there.generatorHidden());
          sameAs("--discriminator-hidden", discriminatorHidden, there.discriminatorHidden());
        });
    FullyConnectedGan base = from.orElseGet(FullyConnectedGan::exercise);
    return new FullyConnectedGan(
        or(latent, base.latent()),
        or(generatorHidden, base.generatorHidden()),
        or(discriminatorHidden, base.discriminatorHidden()),
        or(dropout, base.dropout()));
  }
}
