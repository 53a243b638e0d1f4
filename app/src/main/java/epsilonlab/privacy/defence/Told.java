package epsilonlab.privacy.defence;

import epsilonlab.privacy.inference.Answers;
import epsilonlab.privacy.inference.Score;

/**
 * What an attacker who knows the labels is told of a model's answers to some images.
 *
 * @param right whether the answer is the label
 * @param scores how sure the model seems to be of the label; larger is surer, not NaN
 */
record Told(boolean[] right, double[] scores) {
  /**
   * All that a model can tell: the log of the probability of the label, which unlike the
   * probability itself still differs where the model is almost sure.
   */
  static Told of(Answers answers) {
    boolean[] right = new boolean[answers.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = answers.isRight(i);
    }
    return new Told(right, answers.scores(Score.LOSS));
  }

  /** The same if probabilities are told to so many decimals only. */
  Told rounded(int decimals) {
    double unit = Math.pow(10, decimals);
    double[] seen = new double[scores.length];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = Math.rint(Math.exp(scores[i]) * unit) / unit;
    }
    return new Told(right, seen);
  }

  /** The same if only the answer is told, without any probability. */
  Told topOnly() {
    double[] seen = new double[scores.length];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = right[i] ? 1 : 0;
    }
    return new Told(right, seen);
  }

  /** The share of right answers, in [0, 1]. */
  double accuracy() {
    int count = 0;
    for (boolean one : right) {
      count += one ? 1 : 0;
    }
    return (double) count / right.length;
  }
}
