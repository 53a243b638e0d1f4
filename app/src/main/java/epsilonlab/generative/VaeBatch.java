package epsilonlab.generative;

/**
 * The loss of a variational autoencoder, summed over the pixels, per image.
 *
 * @param loss reconstruction + beta kl
 * @param reconstruction binary cross-entropy
 * @param kl divergence of the latent distribution from the standard normal one
 */
public record VaeBatch(double loss, double reconstruction, double kl) {
  /** From sums over some images. */
  static VaeBatch of(double reconstruction, double kl, double beta, double images) {
    return new VaeBatch(
        (reconstruction + beta * kl) / images, reconstruction / images, kl / images);
  }
}
