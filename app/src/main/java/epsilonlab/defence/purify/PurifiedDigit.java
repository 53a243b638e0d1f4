package epsilonlab.defence.purify;

import java.util.List;
import java.util.Optional;

/**
 * One digit in every setting at one epsilon.
 *
 * @param label its true class
 * @param views one for each {@link PurifierSetting}, in that order
 */
public record PurifiedDigit(int label, List<View> views) {
  /**
   * What becomes of it in one setting.
   *
   * @param attacked 784 values in [0, 1]
   * @param restored what the purifier makes of it, if there is one
   * @param answer of the classifier
   * @param confidence the probability that the classifier gives its answer
   */
  public record View(
      PurifierSetting setting,
      float[] attacked,
      Optional<float[]> restored,
      int answer,
      double confidence) {}

  /** The view of one setting. */
  public View view(PurifierSetting setting) {
    return views.get(setting.ordinal());
  }
}
