package epsilonlab.generative;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.Relu;
import epsilonlab.model.LayeredNetwork;
import java.util.List;
import java.util.Map;

/**
 * A denoising autoencoder (Vincent et al., 2008): 784 - hidden layers - 784, ReLU; one logit a
 * pixel.
 *
 * @param hidden units of the hidden layers, for example 256, 64, 256
 */
public record DenoisingAutoencoder(List<Integer> hidden) implements GenerativeNetwork {
  /** The name in files. */
  public static final String ID = "denoising-autoencoder";

  /** Checks the sizes. */
  public DenoisingAutoencoder {
    hidden = List.copyOf(hidden);
    Limits.hidden("hidden layers", hidden);
  }

  /** 784 - 256 - narrowest - 256 - 784. */
  public static DenoisingAutoencoder withNarrowest(int narrowest) {
    return new DenoisingAutoencoder(List.of(256, narrowest, 256));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Denoising autoencoder";
  }

  /** N x 784 to N x 784 logits. */
  public List<Layer> layers() {
    return Mlps.chain(
        "", 1, Mlps.sizes(ImageSet.PIXELS, hidden, ImageSet.PIXELS), List.of(new Relu()));
  }

  @Override
  public Map<String, long[]> shapes() {
    return LayeredNetwork.shapes(layers());
  }
}
