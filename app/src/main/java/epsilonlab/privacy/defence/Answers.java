package epsilonlab.privacy.defence;

/**
 * What an attacker who knows the labels sees of a model's answers to some images.
 *
 * @param right whether the answer is the label
 * @param scores how sure the model seems to be of the label; larger is surer, not NaN
 */
record Answers(boolean[] right, double[] scores) {
  /**
   * All that a model can tell: the log of the probability of the label, which unlike the
   * probability itself still differs where the model is almost sure.
   *
   * @param logits one row an image
   */
  static Answers of(double[] logits, int[] labels) {
    int classes = logits.length / labels.length;
    Answers answers = new Answers(new boolean[labels.length], new double[labels.length]);
    for (int i = 0; i < labels.length; i++) {
      int best = 0;
      for (int k = 1; k < classes; k++) {
        if (logits[i * classes + k] > logits[i * classes + best]) {
          best = k;
        }
      }
      double largest = logits[i * classes + best];
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += Math.exp(logits[i * classes + k] - largest);
      }
      answers.right[i] = best == labels[i];
      answers.scores[i] = logits[i * classes + labels[i]] - largest - Math.log(sum);
    }
    return answers;
  }

  /** The same if probabilities are told to so many decimals only. */
  Answers rounded(int decimals) {
    double unit = Math.pow(10, decimals);
    double[] seen = new double[scores.length];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = Math.rint(Math.exp(scores[i]) * unit) / unit;
    }
    return new Answers(right, seen);
  }

  /** The same if only the answer is told, without any probability. */
  Answers topOnly() {
    double[] seen = new double[scores.length];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = right[i] ? 1 : 0;
    }
    return new Answers(right, seen);
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
