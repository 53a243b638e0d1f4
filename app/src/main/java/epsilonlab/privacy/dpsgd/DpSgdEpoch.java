package epsilonlab.privacy.dpsgd;

/**
 * The figures of an epoch of private training.
 *
 * @param epoch from 1
 * @param steps made so far
 * @param epsilon spent so far, infinite without noise
 * @param trainLoss mean cross-entropy of the images that took part, each before its step; NaN if
 *     none did
 * @param trainAccuracy on the members after the epoch, in [0, 1]
 * @param testAccuracy on the test images after the epoch, in [0, 1]
 * @param clipped the share of the gradients that were longer than the clipping norm, in [0, 1]; NaN
 *     if no image took part
 * @param seconds of training, without the tests
 */
public record DpSgdEpoch(
    int epoch,
    long steps,
    double epsilon,
    double trainLoss,
    double trainAccuracy,
    double testAccuracy,
    double clipped,
    double seconds) {
  /** The accuracy of the attack that says "member" when the model is right. */
  public double attackAccuracy() {
    return (trainAccuracy + 1 - testAccuracy) / 2;
  }
}
