package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.TorchScript;

/**
 * What lies between the encoder and the decoder of a variational autoencoder (Kingma and Welling,
 * 2014): z = mean + noise exp(log-variance / 2), the divergence KL(N(mean, variance) || N(0, I)) in
 * closed form, and the gradients of both. Heads are N x 2 latent: means, then log-variances. On
 * compute threads.
 */
final class Reparameterisation {
  private static final String TEXT =
      """
        def sample(self: __torch__.Functions, heads: Tensor, noise: Tensor) -> Tensor:
          halves = torch.chunk(heads, 2, 1)
          return torch.add(halves[0], torch.mul(noise, torch.exp(torch.mul(halves[1], 0.5))))
        def divergence(self: __torch__.Functions, heads: Tensor) -> Tensor:
          halves = torch.chunk(heads, 2, 1)
          terms = torch.sub(torch.sub(torch.add(halves[1], 1), torch.mul(halves[0], halves[0])), torch.exp(halves[1]))
          return torch.mul(torch.sum(terms), -0.5)
        def gradient(self: __torch__.Functions, heads: Tensor, noise: Tensor, by_z: Tensor, weight: float) -> Tensor:
          halves = torch.chunk(heads, 2, 1)
          deviation = torch.exp(torch.mul(halves[1], 0.5))
          mean = torch.add(by_z, torch.mul(halves[0], weight))
          through = torch.mul(torch.mul(torch.mul(by_z, noise), deviation), 0.5)
          variance = torch.mul(deviation, deviation)
          own = torch.mul(torch.sub(variance, 1), torch.mul(weight, 0.5))
          return torch.cat([mean, torch.add(through, own)], 1)
      """;

  private static final class Functions {
    static final TorchScript SCRIPT = TorchScript.compile(TEXT);
  }

  private Reparameterisation() {}

  /**
   * z, N x latent.
   *
   * @param noise N x latent, standard normal
   */
  static NDArray sample(NDArray heads, NDArray noise) {
    return Functions.SCRIPT.array("sample", heads.getManager(), heads, noise);
  }

  /** The divergence, summed over the images. */
  static double divergence(NDArray heads) {
    return Functions.SCRIPT.array("divergence", heads.getManager(), heads).getFloat();
  }

  /**
   * The gradient by the heads of a loss of z plus a weight times the divergence.
   *
   * @param byZ the gradient of the loss by z, N x latent
   * @param weight of the divergence, beta times the scale of the loss
   */
  static NDArray gradient(NDArray heads, NDArray noise, NDArray byZ, double weight) {
    return Functions.SCRIPT.array("gradient", heads.getManager(), heads, noise, byZ, weight);
  }
}
