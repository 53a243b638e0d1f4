package epsilonlab.privacy.inference;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.privacy.logistic.LogisticModel;

/** A logistic regression, fitted as scikit-learn does. */
public record LogisticTarget(Compute compute, LogisticModel model) implements Target {
  @Override
  public Answers answers(ImageSet images) {
    return new Answers(model.logits(compute, images.images(0, images.size())), images.labels());
  }
}
