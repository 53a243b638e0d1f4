package epsilonlab.generative;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.model.Weights;

/** A denoising autoencoder with weights, ready to restore images. Thread-safe. */
public final class TrainedAutoencoder {
  private final DenoisingAutoencoder network;
  private final LoadedChain chain;

  /** Copies {@code weights}, which must belong to {@code network}, to the device. */
  public TrainedAutoencoder(Compute compute, DenoisingAutoencoder network, Weights weights) {
    network.validate("The model", weights);
    this.network = network;
    this.chain = new LoadedChain(compute, network.layers(), ImageSet.PIXELS, weights);
  }

  /** Its sizes. */
  public DenoisingAutoencoder network() {
    return network;
  }

  /**
   * Restores spoiled images.
   *
   * @param images N x 784; noise may have carried them out of [0, 1]
   */
  public Pictures restore(float[] images) {
    return new Pictures(chain.apply(images, Flat::sigmoid));
  }

  LoadedChain chain() {
    return chain;
  }
}
