package epsilonlab.report;

import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import java.util.List;

/**
 * What is known of a training of a generative network: what its charts show.
 *
 * @param batches what was measured while it learnt, in the order of time; may be thinned out
 * @param epochs what was measured after each epoch
 * @param now how many epochs are done: where the dotted line stands; NaN for none
 * @param last the right end of the axis
 * @param <B> what is known after a batch
 * @param <R> what is known after an epoch
 */
public record Readings<B, R>(
    List<Reading<B>> batches, List<Reading<R>> epochs, double now, double last) {
  /** On which images the numbers of a chart were measured. */
  public enum On {
    /** On the training images, while it learnt from them. */
    TRAINING,
    /** On the test images, after each epoch. */
    TEST
  }

  /** Copies the lists. */
  public Readings {
    batches = List.copyOf(batches);
    epochs = List.copyOf(epochs);
  }

  /** A chart of them over the epochs, yet without lines. */
  LineChart.Builder chart(Axis y, String description) {
    return LineChart.builder()
        .x(Axis.epochs(Math.max(1, last)))
        .y(y)
        .legend(LineChart.Legend.ABOVE)
        .marker(now > 0 ? now : Double.NaN, null)
        .emptyText("The lines begin with the first batch.")
        .description(description);
  }

  /** Over how many batches a moving average reaches: a fifth of an epoch, 4 to 20 of them. */
  double reach() {
    double covered = batches.isEmpty() ? 0 : batches.get(batches.size() - 1).epochs();
    double perEpoch = covered > 0 ? batches.size() / covered : batches.size();
    return Math.max(4, Math.min(20, perEpoch / 5));
  }
}
