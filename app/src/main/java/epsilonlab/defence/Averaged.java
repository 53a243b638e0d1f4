package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The mean of several networks and the mean of their losses' gradients: over draws of a randomised
 * defence this is the expectation over transformation (EOT) of Athalye, Engstrom, Ilyas and Kwok,
 * "Synthesizing Robust Adversarial Examples" (2018).
 */
final class Averaged implements Network {
  private final List<Network> networks;

  /**
   * @param networks at least one, of the same classes
   */
  Averaged(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  /** So many draws of a randomised network. */
  static Averaged over(int count, Seed draws, Function<Seed, Network> drawn) {
    return new Averaged(
        IntStream.range(0, count).mapToObj(k -> drawn.apply(draws.split(k))).toList());
  }

  @Override
  public String name() {
    return networks.get(0).name();
  }

  @Override
  public int classes() {
    return networks.get(0).classes();
  }

  @Override
  public NDArray logits(NDArray images) {
    NDArray sum = null;
    for (Network network : networks) {
      Cancellation.check();
      NDArray logits = network.logits(images);
      sum = sum == null ? logits : sum.add(logits);
    }
    return mean(sum);
  }

  @Override
  public InputGradient inputGradient(NDArray images, LogitsLoss loss) {
    NDArray gradients = null;
    NDArray logits = null;
    for (Network network : networks) {
      Cancellation.check();
      InputGradient one = network.inputGradient(images, loss);
      gradients = gradients == null ? one.gradient() : gradients.add(one.gradient());
      logits = logits == null ? one.logits() : logits.add(one.logits());
    }
    return new InputGradient(mean(gradients), mean(logits));
  }

  private NDArray mean(NDArray sum) {
    return sum.mul(Tensors.scalar(sum.getManager(), 1.0 / networks.size()));
  }
}
