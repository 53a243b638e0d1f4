package epsilonlab.generative;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.model.Weights;

/** A GAN with weights, ready to make and to judge images. Thread-safe. */
public final class TrainedGan {
  private final Gan network;
  private final LoadedChain generator;
  private final LoadedChain discriminator;

  /** Copies {@code weights}, which must belong to {@code network}, to the device. */
  public TrainedGan(Compute compute, Gan network, Weights weights) {
    network.validate("The model", weights);
    this.network = network;
    this.generator = new LoadedChain(compute, network.generator(), network.latent(), weights);
    this.discriminator =
        new LoadedChain(compute, network.discriminator(), ImageSet.PIXELS, weights);
  }

  /** Its sizes. */
  public Gan network() {
    return network;
  }

  /**
   * The images of noise vectors.
   *
   * @param z N x latent, row by row
   */
  public Pictures generate(float[] z) {
    return new Pictures(generator.apply(z, Flat::unitInterval));
  }

  /** Images of so many independent draws of the noise. */
  public Pictures samples(int count, Seed seed) {
    return generate(seed.gaussian(Math.multiplyExact(count, network.latent())));
  }

  /**
   * What the discriminator makes of images: its logits of being real.
   *
   * @param images N x 784, in [0, 1]
   */
  public float[] judge(float[] images) {
    float[] scaled = new float[images.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = 2 * images[i] - 1;
    }
    return discriminator.apply(scaled, logits -> logits.toFloatArray());
  }
}
