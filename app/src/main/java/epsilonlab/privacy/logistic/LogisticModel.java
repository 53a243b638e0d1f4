package epsilonlab.privacy.logistic;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Multinomial logistic regression with parameters: logits W x + b. Immutable.
 *
 * @param parameters W, classes x features, row by row, then b; nobody may change them
 * @param classes how many classes there are
 */
public record LogisticModel(double[] parameters, int classes) {
  /** How many features an image has. */
  public int features() {
    return parameters.length / classes - 1;
  }

  /** The Frobenius norm of W; the bias is not counted. */
  public double weightNorm() {
    double squares = 0;
    for (int i = 0; i < classes * features(); i++) {
      squares += parameters[i] * parameters[i];
    }
    return Math.sqrt(squares);
  }

  /** The same with N(0, variance I) added to W and b. */
  public LogisticModel withNoise(double variance, Seed seed) {
    double deviation = Math.sqrt(variance);
    SplittableRandom random = seed.generator();
    double[] noisy = parameters.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += deviation * random.nextGaussian();
    }
    return new LogisticModel(noisy, classes);
  }

  /**
   * The logits of images, in shards.
   *
   * @param rows N x features
   * @return N x classes, row by row
   */
  public double[] logits(Compute compute, float[] rows) {
    int features = features();
    int count = rows.length / features;
    double[] logits = new double[count * classes];
    compute.mapShards(
        count,
        (from, to) -> {
          Cancellation.check();
          for (int i = from; i < to; i++) {
            one(rows, i * features, logits, i * classes);
          }
          return null;
        });
    return logits;
  }

  private void one(float[] rows, int at, double[] logits, int out) {
    int features = features();
    for (int k = 0; k < classes; k++) {
      int w = k * features;
      // four sums at once: one alone waits for each addition
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      int j = 0;
      for (; j + 3 < features; j += 4) {
        s0 += parameters[w + j] * rows[at + j];
        s1 += parameters[w + j + 1] * rows[at + j + 1];
        s2 += parameters[w + j + 2] * rows[at + j + 2];
        s3 += parameters[w + j + 3] * rows[at + j + 3];
      }
      for (; j < features; j++) {
        s0 += parameters[w + j] * rows[at + j];
      }
      logits[out + k] = s0 + s1 + (s2 + s3) + parameters[classes * features + k];
    }
  }

  /** The class with the largest logit for each image; among equal ones the first. */
  public int[] answers(Compute compute, float[] rows) {
    double[] logits = logits(compute, rows);
    int[] answers = new int[logits.length / classes];
    for (int i = 0; i < answers.length; i++) {
      int best = 0;
      for (int k = 1; k < classes; k++) {
        if (logits[i * classes + k] > logits[i * classes + best]) {
          best = k;
        }
      }
      answers[i] = best;
    }
    return answers;
  }

  /** The share of images whose answer is their label, in [0, 1]. */
  public double accuracy(Compute compute, float[] rows, int[] labels) {
    int[] answers = answers(compute, rows);
    int right = 0;
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] == labels[i]) {
        right++;
      }
    }
    return (double) right / answers.length;
  }

  /** Target distributions that are sure of the labels. */
  public static double[] oneHot(int[] labels) {
    double[] targets = new double[labels.length * ImageSet.CLASSES];
    for (int i = 0; i < labels.length; i++) {
      targets[i * ImageSet.CLASSES + labels[i]] = 1;
    }
    return targets;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogisticModel that
        && classes == that.classes
        && Arrays.equals(parameters, that.parameters);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parameters);
  }

  @Override
  public String toString() {
    return "LogisticModel[" + classes + " x " + features() + "]";
  }
}
