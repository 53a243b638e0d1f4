package epsilonlab.defence.purify;

import ai.djl.ndarray.NDArray;
import epsilonlab.data.ImageSet;
import epsilonlab.generative.Purifier;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;

/** A classifier that sees restored images. */
final class Purified implements Network {
  private final Network classifier;
  private final Purifier purifier;
  private final AdaptiveGradient way;

  /**
   * @param way how its gradient comes back through the purifier
   */
  Purified(Network classifier, Purifier purifier, AdaptiveGradient way) {
    this.classifier = classifier;
    this.purifier = purifier;
    this.way = way;
  }

  @Override
  public String name() {
    return classifier.name();
  }

  @Override
  public int classes() {
    return classifier.classes();
  }

  @Override
  public NDArray logits(NDArray images) {
    return classifier.logits(like(images, purifier.restore(rows(images))));
  }

  @Override
  public InputGradient inputGradient(NDArray images, LogitsLoss loss) {
    try (Purifier.Pass pass = purifier.forward(rows(images))) {
      InputGradient inside = classifier.inputGradient(like(images, pass.restored()), loss);
      NDArray gradient =
          way == AdaptiveGradient.IDENTITY
              ? inside.gradient()
              : like(images, pass.backward(rows(inside.gradient())));
      return new InputGradient(gradient, inside.logits());
    }
  }

  private static NDArray rows(NDArray images) {
    return images.reshape(-1, ImageSet.PIXELS);
  }

  private static NDArray like(NDArray images, NDArray rows) {
    return rows.reshape(images.getShape());
  }
}
