package epsilonlab.generative;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.Linear;
import epsilonlab.engine.layer.LinearHeads;
import epsilonlab.engine.layer.Relu;
import epsilonlab.model.LayeredNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A variational autoencoder (Kingma and Welling, 2014): 784 - hidden - (mean, log-variance) -
 * hidden - 784, ReLU; the decoder gives one logit a pixel.
 *
 * @param hidden units of the hidden layers
 * @param latent dimensions of z
 */
public record Vae(int hidden, int latent) implements GenerativeNetwork {
  /** The name in files and on the command line. */
  public static final String ID = "vae";

  /** Checks the sizes. */
  public Vae {
    Limits.units("number of hidden units", hidden);
    Limits.latent(latent);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "VAE";
  }

  /** N x 784 to N x 2 latent: means, then log-variances. */
  public List<Layer> encoder() {
    return List.of(
        new Linear("fc1", ImageSet.PIXELS, hidden),
        new Relu(),
        new LinearHeads(
            List.of(new Linear("mean", hidden, latent), new Linear("logvar", hidden, latent))));
  }

  /** N x latent to N x 784 logits. */
  public List<Layer> decoder() {
    return List.of(
        new Linear("fc3", latent, hidden), new Relu(), new Linear("fc4", hidden, ImageSet.PIXELS));
  }

  @Override
  public Map<String, long[]> shapes() {
    List<Layer> all = new ArrayList<>(encoder());
    all.addAll(decoder());
    return LayeredNetwork.shapes(all);
  }
}
