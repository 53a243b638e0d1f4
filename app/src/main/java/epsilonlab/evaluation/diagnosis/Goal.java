package epsilonlab.evaluation.diagnosis;

import epsilonlab.attack.Target;

/**
 * What an attack wants of one image, reckoned in double precision from logits in Java memory.
 *
 * @param label the true class
 * @param wanted the class to reach, or -1 for any wrong one
 */
record Goal(int label, int wanted) {
  static Goal of(Target target, int label, int classes) {
    return new Goal(label, target.wanted(label, classes));
  }

  /** The cross-entropy of the label, or minus that of the class to reach: what grows. */
  double loss(float[] logits) {
    double entropy = logSum(logits) - logits[own()];
    return wanted < 0 ? entropy : -entropy;
  }

  /** How far the attack has won, in logits: above 0 it has; see {@code AttackLoss.MARGIN}. */
  double margin(float[] logits) {
    double other = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < logits.length; c++) {
      other = c == own() ? other : Math.max(other, logits[c]);
    }
    return wanted < 0 ? other - logits[own()] : logits[own()] - other;
  }

  boolean fooled(float[] logits) {
    return wanted < 0 ? answer(logits) != label : answer(logits) == wanted;
  }

  static int answer(float[] logits) {
    int best = 0;
    for (int c = 1; c < logits.length; c++) {
      best = logits[c] > logits[best] ? c : best;
    }
    return best;
  }

  static float[] probabilities(float[] logits) {
    double sum = logSum(logits);
    float[] softmax = new float[logits.length];
    for (int c = 0; c < softmax.length; c++) {
      softmax[c] = (float) Math.exp(logits[c] - sum);
    }
    return softmax;
  }

  private int own() {
    return wanted < 0 ? label : wanted;
  }

  private static double logSum(float[] logits) {
    double most = logits[answer(logits)];
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - most);
    }
    return most + Math.log(sum);
  }
}
