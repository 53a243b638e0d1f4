package epsilonlab.report;

import epsilonlab.generative.DenoisingBatch;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;

/**
 * The loss of a denoising autoencoder, mean binary cross-entropy per pixel: thin while it learns,
 * thick on the test images after each epoch.
 */
public final class DenoisingChart {
  /** The colour of both lines. */
  public static final Hue LOSS = SeriesColours.LENET;

  private static final double PALE = 0.6;

  private DenoisingChart() {}

  /** Both losses by epoch. */
  public static LineChart of(Readings<DenoisingBatch, DenoisingEpoch> readings) {
    List<Reading<DenoisingEpoch>> epochs = readings.epochs();
    Series training =
        CourseLines.smooth(
                "training", readings.batches(), DenoisingBatch::loss, LOSS, readings.reach())
            .withWidth(1)
            .withOpacity(PALE);
    double[] shown =
        epochs.isEmpty()
            ? Reading.values(readings.batches(), DenoisingBatch::loss)
            : Reading.values(epochs, DenoisingEpoch::testLoss);
    return readings
        .chart(
            // the first batches leave the plot, or the rest would be a level line
            CourseLines.around(shown).withLabel("cross-entropy per pixel"),
            "Cross-entropy per pixel by epoch")
        .add(training)
        .add(
            CourseLines.epochs("test", epochs, DenoisingEpoch::testLoss, LOSS)
                .withEnd(Series.End.VALUE))
        .build();
  }
}
