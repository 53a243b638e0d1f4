package epsilonlab.privacy.inference;

import java.util.Arrays;

/**
 * What a model says of labelled examples.
 *
 * @param logits N x classes, row by row; not to be changed
 * @param labels N, from 0 to classes - 1; not to be changed
 */
public record Answers(double[] logits, int[] labels) {
  /** How many examples there are. */
  public int size() {
    return labels.length;
  }

  /** How many classes there are. */
  public int classes() {
    return logits.length / labels.length;
  }

  /** A score of every example. */
  public double[] scores(Score score) {
    double[] scores = new double[size()];
    Arrays.setAll(scores, i -> score.of(this, i));
    return scores;
  }

  /** The class with the largest logit; among equal ones the first. */
  public int answer(int i) {
    int best = 0;
    for (int k = 1; k < classes(); k++) {
      if (logit(i, k) > logit(i, best)) {
        best = k;
      }
    }
    return best;
  }

  /** Whether the answer is the label. */
  public boolean isRight(int i) {
    return answer(i) == labels[i];
  }

  double logit(int i, int k) {
    return logits[i * classes() + k];
  }

  /** The largest logit of all classes but one. */
  double largestBut(int i, int one) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes(); k++) {
      if (k != one) {
        largest = Math.max(largest, logit(i, k));
      }
    }
    return largest;
  }

  /** The logarithm of p / (1 - p) for the probability p of a class; finite for finite logits. */
  double logOdds(int i, int one) {
    double largest = largestBut(i, one);
    double sum = 0;
    for (int k = 0; k < classes(); k++) {
      if (k != one) {
        sum += Math.exp(logit(i, k) - largest);
      }
    }
    return logit(i, one) - (largest + Math.log(sum));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Answers that
        && Arrays.equals(logits, that.logits)
        && Arrays.equals(labels, that.labels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(logits);
  }

  @Override
  public String toString() {
    return "Answers[" + size() + " x " + classes() + "]";
  }
}
