package epsilonlab.privacy.inference;

import java.util.List;

/**
 * Difficulty calibration of Watson, Guo, Cormode and Sablayrolles, "On the Importance of Difficulty
 * Calibration in Membership Inference Attacks" (2022): a high score counts only as far as models
 * that never saw the example do not have it too.
 */
final class Calibration {
  private Calibration() {}

  /**
   * The score minus its mean over the reference models that did not learn the example.
   *
   * @param scores of the target, for every example
   * @param references scores of every reference model, for every example
   * @param in which examples each reference model learnt
   */
  static double[] of(double[] scores, List<double[]> references, List<boolean[]> in) {
    double[] calibrated = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      calibrated[i] = scores[i] - Lira.over(references, in, false, i).mean();
    }
    return calibrated;
  }
}
