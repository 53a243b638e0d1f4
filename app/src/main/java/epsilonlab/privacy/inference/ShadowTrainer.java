package epsilonlab.privacy.inference;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Seed;
import java.util.function.DoubleConsumer;

/** Trains models of one kind on chosen examples: the target itself, or shadows of it. */
public interface ShadowTrainer {
  /** What it trains, for a sentence, for example "logistic regression, C = inf". */
  String describe();

  /**
   * Trains a model.
   *
   * @param chosen what it learns from
   * @param seed of whatever is random in the training
   * @param progress takes how far it is, in [0, 1]; may throw to end the work
   */
  Target train(ImageSet chosen, Seed seed, DoubleConsumer progress);
}
