package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.model.Weights;

/** A variational autoencoder with weights, ready to encode and decode. Thread-safe. */
public final class TrainedVae {
  private final Vae network;
  private final LoadedChain encoder;
  private final LoadedChain decoder;

  /** Copies {@code weights}, which must belong to {@code network}, to the device. */
  public TrainedVae(Compute compute, Vae network, Weights weights) {
    network.validate("The model", weights);
    this.network = network;
    this.encoder = new LoadedChain(compute, network.encoder(), ImageSet.PIXELS, weights);
    this.decoder = new LoadedChain(compute, network.decoder(), network.latent(), weights);
  }

  /** Its sizes. */
  public Vae network() {
    return network;
  }

  /**
   * Where images lie in the latent space: the means of their distributions.
   *
   * @param images N x 784, in [0, 1]
   * @return N x latent, row by row
   */
  public float[] means(float[] images) {
    return encoder.apply(images, heads -> heads.get(":, :" + network.latent()).toFloatArray());
  }

  /**
   * The images of latent points.
   *
   * @param z N x latent, row by row
   */
  public Pictures decode(float[] z) {
    return new Pictures(decoder.apply(z, Flat::sigmoid));
  }

  LoadedChain encoder() {
    return encoder;
  }

  LoadedChain decoder() {
    return decoder;
  }

  /** The means among the encoder's outputs, N x latent. */
  NDArray means(NDArray heads) {
    return heads.get(":, :" + network.latent());
  }
}
