package epsilonlab.theory.linear;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.privacy.logistic.Objective;
import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression on two classes as scikit-learn has it: ||w||^2 / 2 + C sum of log(1 + exp(-y
 * (w . x + b))), divided by C n; the bias is not penalised. A point is w, then b. Double precision;
 * sums are added in a fixed order, whatever the number of threads.
 */
final class PairObjective implements Objective {
  private static final int PART = 500;

  private final Compute compute;
  private final DigitPair pair;
  private final double regularisation;

  PairObjective(Compute compute, DigitPair pair, double regularisation) {
    this.compute = compute;
    this.pair = pair;
    this.regularisation = regularisation;
  }

  @Override
  public double at(double[] x, double[] gradient) {
    int n = pair.size();
    List<double[]> parts =
        compute.map(
            (n + PART - 1) / PART,
            part -> {
              Cancellation.check();
              return part(x, part * PART, Math.min(n, (part + 1) * PART));
            });
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (double[] part : parts) {
      loss += part[gradient.length];
      for (int j = 0; j < gradient.length; j++) {
        gradient[j] += part[j] / n;
      }
    }
    double penalty = 1 / (regularisation * n);
    double squares = 0;
    for (int j = 0; j < ImageSet.PIXELS; j++) {
      squares += x[j] * x[j];
      gradient[j] += penalty * x[j];
    }
    return loss / n + penalty * squares / 2;
  }

  // the gradient's sum, and behind it the loss's
  private double[] part(double[] x, int from, int to) {
    int d = ImageSet.PIXELS;
    double[] sums = new double[d + 2];
    for (int i = from; i < to; i++) {
      double score = x[d];
      for (int j = 0; j < d; j++) {
        score += x[j] * pair.rows()[i * d + j];
      }
      double margin = pair.y()[i] * score;
      double slope = pair.y()[i] * MarginLoss.LOGISTIC.slope(margin);
      for (int j = 0; j < d; j++) {
        sums[j] += slope * pair.rows()[i * d + j];
      }
      sums[d] += slope;
      sums[d + 1] += MarginLoss.LOGISTIC.at(margin);
    }
    return sums;
  }
}
