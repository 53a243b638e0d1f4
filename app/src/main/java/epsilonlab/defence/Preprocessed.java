package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;

/** A network that sees changed images; its gradient goes through the change. */
final class Preprocessed implements Network {
  private final Network bare;
  private final Preprocessing preprocessing;

  Preprocessed(Network bare, Preprocessing preprocessing) {
    this.bare = bare;
    this.preprocessing = preprocessing;
  }

  @Override
  public String name() {
    return bare.name();
  }

  @Override
  public int classes() {
    return bare.classes();
  }

  @Override
  public NDArray logits(NDArray images) {
    return bare.logits(preprocessing.apply(images));
  }

  @Override
  public InputGradient inputGradient(NDArray images, LogitsLoss loss) {
    InputGradient inside = bare.inputGradient(preprocessing.apply(images), loss);
    return new InputGradient(preprocessing.backward(images, inside.gradient()), inside.logits());
  }
}
