package epsilonlab.generative;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.layer.DropoutLayer;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.LeakyRelu;
import epsilonlab.engine.layer.Tanh;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The exercise's GAN: linear layers, leaky ReLU 0.2, tanh at the generator's end, dropout in the
 * discriminator.
 *
 * @param latent dimensions of the noise z
 * @param generatorHidden units of the generator's hidden layers, 256, 512, 1024 in the exercise
 * @param discriminatorHidden those of the discriminator, 1024, 512, 256 in the exercise
 * @param dropout of the discriminator, in [0, 1)
 */
public record FullyConnectedGan(
    int latent, List<Integer> generatorHidden, List<Integer> discriminatorHidden, double dropout)
    implements Gan {
  /** The name in files. */
  public static final String ID = "gan";

  private static final double SLOPE = 0.2;

  /** Checks the sizes. */
  public FullyConnectedGan {
    generatorHidden = List.copyOf(generatorHidden);
    discriminatorHidden = List.copyOf(discriminatorHidden);
    Limits.latent(latent);
    Limits.hidden("hidden layers of the generator", generatorHidden);
    Limits.hidden("hidden layers of the discriminator", discriminatorHidden);
    Limits.dropout(dropout);
  }

  /** The exercise's sizes. */
  public static FullyConnectedGan exercise() {
    return new FullyConnectedGan(128, List.of(256, 512, 1024), List.of(1024, 512, 256), 0.3);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "GAN";
  }

  @Override
  public Map<String, Object> sizes() {
    return Map.of(
        "generator-hidden", generatorHidden,
        "discriminator-hidden", discriminatorHidden,
        "dropout", dropout);
  }

  @Override
  public List<Layer> generator() {
    List<Layer> layers =
        new ArrayList<>(
            Mlps.chain(
                GENERATOR,
                1,
                Mlps.sizes(latent, generatorHidden, ImageSet.PIXELS),
                List.of(new LeakyRelu(SLOPE))));
    layers.add(new Tanh());
    return layers;
  }

  @Override
  public List<Layer> discriminator() {
    return Mlps.chain(
        DISCRIMINATOR,
        1,
        Mlps.sizes(ImageSet.PIXELS, discriminatorHidden, 1),
        dropout == 0
            ? List.of(new LeakyRelu(SLOPE))
            : List.of(new LeakyRelu(SLOPE), new DropoutLayer(dropout)));
  }
}
