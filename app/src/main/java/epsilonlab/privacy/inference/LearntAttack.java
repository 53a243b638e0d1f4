package epsilonlab.privacy.inference;

import epsilonlab.engine.Compute;
import epsilonlab.privacy.logistic.Lbfgs;
import epsilonlab.privacy.logistic.LogisticFit;
import epsilonlab.privacy.logistic.LogisticModel;
import java.util.List;

/**
 * An attack that is itself learnt, from shadow models whose members are known: Shokri, Stronati,
 * Song and Shmatikov, "Membership Inference Attacks Against Machine Learning Models" (2017). The
 * attack model is a logistic regression on the target's confidence, loss, margin and log odds, and
 * on whether it is right.
 */
final class LearntAttack {
  private static final List<Score> FEATURES =
      List.of(Score.CORRECT, Score.CONFIDENCE, Score.LOSS, Score.MARGIN, Score.LOG_ODDS);
  private static final double REGULARISATION = 1;
  private static final int MOST_ROWS = 200_000;

  private final double[] means;
  private final double[] deviations;
  private final LogisticModel model;

  private LearntAttack(double[] means, double[] deviations, LogisticModel model) {
    this.means = means;
    this.deviations = deviations;
    this.model = model;
  }

  /**
   * Learns to tell members of shadow models.
   *
   * @param answers of every shadow model on examples
   * @param in which of these examples each shadow model learnt
   */
  static LearntAttack from(Compute compute, List<Answers> answers, List<boolean[]> in) {
    int all = answers.stream().mapToInt(Answers::size).sum();
    int every = (all + MOST_ROWS - 1) / MOST_ROWS;
    int rows = 0;
    double[][] features = new double[(all + every - 1) / every][];
    double[] targets = new double[2 * features.length];
    int at = 0;
    for (int k = 0; k < answers.size(); k++) {
      for (int i = 0; i < answers.get(k).size(); i++) {
        if (at++ % every == 0) {
          features[rows] = features(answers.get(k), i);
          targets[2 * rows + (in.get(k)[i] ? 1 : 0)] = 1;
          rows++;
        }
      }
    }
    int width = FEATURES.size();
    double[] means = new double[width];
    double[] deviations = new double[width];
    for (int j = 0; j < width; j++) {
      double squares = 0;
      for (double[] row : features) {
        means[j] += row[j] / rows;
        squares += row[j] * row[j] / rows;
      }
      deviations[j] = Math.sqrt(Math.max(1e-12, squares - means[j] * means[j]));
    }
    float[] scaled = new float[rows * width];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) {
        scaled[i * width + j] = (float) ((features[i][j] - means[j]) / deviations[j]);
      }
    }
    LogisticFit fit =
        LogisticFit.of(
            compute, scaled, targets, rows, REGULARISATION, Lbfgs.SCIKIT_LEARN, () -> {});
    return new LearntAttack(means, deviations, fit.model());
  }

  private static double[] features(Answers answers, int i) {
    return FEATURES.stream().mapToDouble(score -> score.of(answers, i)).toArray();
  }

  /** The logarithm of the odds that each example is a member. */
  double[] scores(Answers answers) {
    int width = FEATURES.size();
    double[] p = model.parameters();
    double[] scores = new double[answers.size()];
    for (int i = 0; i < scores.length; i++) {
      double[] row = features(answers, i);
      scores[i] = p[2 * width + 1] - p[2 * width];
      for (int j = 0; j < width; j++) {
        scores[i] += (p[width + j] - p[j]) * (row[j] - means[j]) / deviations[j];
      }
    }
    return scores;
  }
}
