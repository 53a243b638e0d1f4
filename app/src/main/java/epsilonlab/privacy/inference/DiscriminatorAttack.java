package epsilonlab.privacy.inference;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.LabException;
import epsilonlab.generative.TrainedGan;
import epsilonlab.privacy.Roc;

/**
 * Who was in the training set of a GAN? Its discriminator was taught to call training images real,
 * and the more so, the better it knows them: Hayes, Melis, Danezis and De Cristofaro, "LOGAN:
 * Membership Inference Attacks Against Generative Models" (2019), the white-box attack.
 */
public final class DiscriminatorAttack {
  private DiscriminatorAttack() {}

  /** What the score measures, for an axis. */
  public static final String UNIT = "discriminator's logit of being real";

  /** The curve of the discriminator's logits; not to be called on compute threads. */
  public static Roc of(TrainedGan gan, Candidates candidates) {
    double[] members = judge(gan, candidates.members());
    Cancellation.check();
    return Roc.of(members, judge(gan, candidates.others()));
  }

  /**
   * The discriminator's logits of images, in their order; not to be called on compute threads.
   *
   * @throws LabException if one of them is not a number
   */
  public static double[] judge(TrainedGan gan, ImageSet images) {
    float[] logits = gan.judge(images.images(0, images.size()));
    double[] scores = new double[logits.length];
    for (int i = 0; i < scores.length; i++) {
      if (!Float.isFinite(logits[i])) {
        throw new LabException(
            "The discriminator gives answers that are not numbers; train the GAN again.");
      }
      scores[i] = logits[i];
    }
    return scores;
  }
}
