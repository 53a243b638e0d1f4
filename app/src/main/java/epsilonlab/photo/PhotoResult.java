package epsilonlab.photo;

import epsilonlab.evaluation.Norms;
import epsilonlab.photo.PhotoSettings.Goal;
import java.util.List;

/**
 * A photo before and after an attack, with the controls that put it into perspective.
 *
 * @param settings of the attack
 * @param goal what it was after
 * @param original values of the picture, as {@link Photo#values()} gives them
 * @param adversarial the same after the attack
 * @param before what the network says of the original
 * @param after what it says of the adversarial picture
 * @param trace what it said after 0, 1, 2, ... steps; the last is {@code after}
 * @param norms the size of the change
 * @param random what it says of the original with random signs of the same largest change
 * @param saved what it says of the adversarial picture saved as 8-bit PNG and read again
 * @param png that file
 */
public record PhotoResult(
    PhotoSettings settings,
    Goal goal,
    float[] original,
    float[] adversarial,
    Scores before,
    Scores after,
    List<Scores> trace,
    Norms norms,
    Scores random,
    Scores saved,
    byte[] png) {
  /** Whether the network's answer is what the attack wanted. */
  public boolean success() {
    return goal.isReached(after);
  }

  /** How many steps it made. */
  public int steps() {
    return trace.size() - 1;
  }

  /** The first step after which the answer was the wanted one for the first time, or -1. */
  public int firstReached() {
    for (int step = 0; step < trace.size(); step++) {
      if (goal.isReached(trace.get(step))) {
        return step;
      }
    }
    return -1;
  }

  /** {@code adversarial - original}. */
  public float[] change() {
    float[] change = new float[original.length];
    for (int i = 0; i < change.length; i++) {
      change[i] = adversarial[i] - original[i];
    }
    return change;
  }
}
