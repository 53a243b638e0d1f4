package epsilonlab.privacy.dpsgd;

import epsilonlab.model.Architecture;
import epsilonlab.model.Predictions;
import epsilonlab.model.Weights;
import java.util.List;

/**
 * What private training leaves.
 *
 * @param architecture the kind of network
 * @param weights the trained weights
 * @param epochs the figures of each finished epoch
 * @param steps how many steps were made in all
 * @param epsilon what these steps cost at the delta of the settings; infinite without noise
 * @param members what the network says of the images that it learnt from
 * @param test what it says of the test images
 * @param stopped whether it ended before its last epoch because the user wanted so
 */
public record DpSgdResult(
    Architecture architecture,
    Weights weights,
    List<DpSgdEpoch> epochs,
    long steps,
    double epsilon,
    Predictions members,
    Predictions test,
    boolean stopped) {
  /** The accuracy of the attack that says "member" when the model is right. */
  public double attackAccuracy() {
    return (members.accuracy() + 1 - test.accuracy()) / 2;
  }
}
