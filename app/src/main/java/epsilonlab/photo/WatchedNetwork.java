package epsilonlab.photo;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.function.Predicate;

/**
 * A network that tells at which pictures an attack asks it for gradients, and that can end the
 * attack there. No attack needs to know of it.
 */
final class WatchedNetwork implements Network {
  private final PhotoNetwork network;
  private final Predicate<Sight> isEnough;

  /**
   * What the attack sees at one of its steps.
   *
   * @param values of the picture
   * @param scores what the network says of it
   */
  record Sight(float[] values, Scores scores) {}

  /** Ends an attack whose picture is good enough. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Sight last;

    private Enough(Sight last) {
      super(null, null, false, false);
      this.last = last;
    }

    /** Where it ended. */
    Sight last() {
      return last;
    }
  }

  /**
   * Watches a network.
   *
   * @param isEnough hears of every step and says whether the attack ends there
   */
  WatchedNetwork(PhotoNetwork network, Predicate<Sight> isEnough) {
    this.network = network;
    this.isEnough = isEnough;
  }

  @Override
  public String name() {
    return network.name();
  }

  @Override
  public int classes() {
    return network.classes();
  }

  @Override
  public NDArray logits(NDArray images) {
    return network.logits(images);
  }

  @Override
  public InputGradient inputGradient(NDArray images, LogitsLoss loss) {
    InputGradient told = network.inputGradient(images, loss);
    Sight sight =
        new Sight(images.toFloatArray(), new Scores(network.names(), told.logits().toFloatArray()));
    if (isEnough.test(sight)) {
      throw new Enough(sight);
    }
    return told;
  }
}
