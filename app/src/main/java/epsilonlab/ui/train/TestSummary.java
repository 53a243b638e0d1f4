package epsilonlab.ui.train;

import epsilonlab.data.ImageSet;
import epsilonlab.model.Predictions;
import java.util.List;

/**
 * What a test of the network showed.
 *
 * @param epochs after how many epochs, with fraction
 * @param loss mean cross-entropy
 * @param right how many digits were answered rightly
 * @param size of how many
 * @param confusion rows truth, columns answer
 * @param worst the most confidently wrong ones, the worst first
 */
record TestSummary(
    double epochs, double loss, int right, int size, int[][] confusion, List<Wrong> worst) {
  // more than the widest window shows
  private static final int MOST_WRONG = 60;

  /**
   * A digit that the network got wrong.
   *
   * @param index in the test set
   * @param confidence of the wrong answer, in [0, 1]
   * @param image 784 values in [0, 1]
   */
  record Wrong(int index, int truth, int answer, double confidence, float[] image) {}

  /** Counts and sorts; to be called off the FX thread. */
  static TestSummary of(double epochs, Predictions test, ImageSet images) {
    List<Wrong> worst =
        test.mostConfidentlyWrong(MOST_WRONG).stream()
            .map(
                i ->
                    new Wrong(
                        i,
                        test.labels()[i],
                        test.answers()[i],
                        test.confidence(i),
                        images.image(i)))
            .toList();
    return new TestSummary(
        epochs, test.meanLoss(), test.right(), test.size(), test.confusion(), worst);
  }

  /** The share of right answers, in [0, 1]. */
  double accuracy() {
    return (double) right / size;
  }

  /** How many were wrong. */
  int wrong() {
    return size - right;
  }
}
