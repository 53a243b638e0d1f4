package epsilonlab.report;

import epsilonlab.data.ImageSet;
import epsilonlab.generative.DenoisingBatch;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The loss of a denoising autoencoder, binary cross-entropy: thin while it learns, thick on the
 * test images after each epoch.
 */
public final class DenoisingChart {
  /** The colour of both lines. */
  public static final Hue LOSS = SeriesColours.LENET;

  private static final double PALE = 0.6;

  // of the axis of a digit's loss; the exercise's autoencoder ends at 82
  private static final double STEP = 40;
  private static final double USUAL_LOW = 80;
  private static final double USUAL_HIGH = 200;

  private DenoisingChart() {}

  /** Both losses by epoch, as means over the pixels. */
  public static LineChart of(Readings<DenoisingBatch, DenoisingEpoch> readings) {
    double[] shown =
        readings.epochs().isEmpty()
            ? Reading.values(readings.batches(), DenoisingBatch::loss)
            : DoubleStream.concat(
                    DoubleStream.of(Reading.values(readings.epochs(), DenoisingEpoch::trainLoss)),
                    DoubleStream.of(Reading.values(readings.epochs(), DenoisingEpoch::testLoss)))
                .toArray();
    // the first batches leave the plot, or the rest would be a level line
    return chart(readings, CourseLines.around(shown), "Cross-entropy per pixel", 1);
  }

  /**
   * Both losses by epoch, as sums over the pixels of a digit; the axis is nearly always the same.
   */
  public static LineChart perDigit(Readings<DenoisingBatch, DenoisingEpoch> readings) {
    double[] test = Reading.values(readings.epochs(), epoch -> ofDigit(epoch.testLoss()));
    double low = USUAL_LOW;
    double high = USUAL_HIGH;
    if (test.length == 0) {
      // falls with the training until its first test
      double[] batches = Reading.values(readings.batches(), batch -> ofDigit(batch.loss()));
      high = Math.max(high, DoubleStream.of(batches).min().orElse(high));
    }
    for (double loss : test) {
      low = Math.min(low, loss);
      high = Math.max(high, loss);
    }
    Axis y = Axis.fixed(Math.floor(low / STEP) * STEP, Math.ceil(high / STEP) * STEP);
    return chart(readings, y, "Cross-entropy per digit", ImageSet.PIXELS);
  }

  private static double ofDigit(double perPixel) {
    return perPixel * ImageSet.PIXELS;
  }

  private static LineChart chart(
      Readings<DenoisingBatch, DenoisingEpoch> readings, Axis y, String loss, double factor) {
    List<Reading<DenoisingEpoch>> epochs = readings.epochs();
    Series training =
        CourseLines.smooth(
                "training",
                readings.batches(),
                batch -> factor * batch.loss(),
                LOSS,
                readings.reach())
            .withWidth(1)
            .withOpacity(PALE);
    return readings
        .chart(y.withLabel(loss.toLowerCase(Locale.ROOT)), loss + " by epoch")
        .add(training)
        .add(
            CourseLines.epochs("test", epochs, epoch -> factor * epoch.testLoss(), LOSS)
                .withEnd(Series.End.VALUE))
        .build();
  }
}
