package epsilonlab.generative;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.layer.Layer;
import epsilonlab.model.LayeredNetwork;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A generative adversarial network (Goodfellow et al., 2014): a generator from noise to images in
 * [-1, 1] and a discriminator from such images to one logit, that of being real. The names of their
 * weights begin with {@code generator.} and {@code discriminator.}.
 */
public interface Gan extends GenerativeNetwork {
  /** What the generator's weights begin with. */
  String GENERATOR = "generator.";

  /** What the discriminator's weights begin with. */
  String DISCRIMINATOR = "discriminator.";

  /** Dimensions of the noise z. */
  int latent();

  /** N x latent to N x 784, in [-1, 1], row by row. */
  List<Layer> generator();

  /** N x 784, in [-1, 1], to N x 1. */
  List<Layer> discriminator();

  /** What the sizes are called on the command line. */
  Map<String, Object> sizes();

  @Override
  default Map<String, long[]> shapes() {
    List<Layer> all = new ArrayList<>(generator());
    all.addAll(discriminator());
    return LayeredNetwork.shapes(all);
  }

  /**
   * One player's weights under the plain names of {@code peers/models.py}.
   *
   * @param player {@link #GENERATOR} or {@link #DISCRIMINATOR}
   */
  static Weights plain(Weights weights, String player) {
    Map<String, HostTensor> plain = new LinkedHashMap<>();
    weights
        .asMap()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(player)) {
                plain.put(name.substring(player.length()), tensor);
              }
            });
    return Weights.of(plain);
  }
}
