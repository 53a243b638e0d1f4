package epsilonlab.report;

import epsilonlab.generative.VaeBatch;
import epsilonlab.generative.VaeEpoch;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The loss of a variational autoencoder and its parts after each epoch, summed over the pixels, per
 * image. The loss is solid, the reconstruction dashed; the shaded gap between them is beta times
 * the divergence.
 */
public final class VaeCharts {
  /** The colour of the loss and of the reconstruction. */
  public static final Hue LOSS = SeriesColours.LENET;

  /** The colour of the divergence. */
  public static final Hue DIVERGENCE = SeriesColours.MLP;

  private static final String EMPTY = "The lines begin with the first epoch.";

  private VaeCharts() {}

  /** Loss and reconstruction, with the gap between them. */
  public static LineChart loss(Readings<VaeBatch, VaeEpoch> readings, Readings.On images) {
    List<Reading<VaeEpoch>> epochs = readings.epochs();
    ToDoubleFunction<VaeEpoch> loss = epoch -> measured(epoch, images).loss();
    ToDoubleFunction<VaeEpoch> part = epoch -> measured(epoch, images).reconstruction();
    double[] shown =
        DoubleStream.concat(
                DoubleStream.of(Reading.values(epochs, loss)),
                DoubleStream.of(Reading.values(epochs, part)))
            .toArray();
    return readings
        .chart(
            CourseLines.around(shown).withLabel("nats per image"),
            images == Readings.On.TEST ? "Test loss by epoch" : "Training loss by epoch")
        .emptyText(EMPTY)
        .addBand(
            line("reconstruction", readings, part, LOSS).withStyle(LineStyle.DASHED),
            line("loss", readings, loss, LOSS).withEnd(Series.End.VALUE),
            DIVERGENCE)
        .build();
  }

  /**
   * The divergence alone.
   *
   * @param range of this training, so that the axis does not jump
   */
  public static LineChart divergence(
      Readings<VaeBatch, VaeEpoch> readings, Readings.On images, RunningRange range) {
    return readings
        .chart(Axis.running(range).withLabel("nats per image"), "KL divergence by epoch")
        .legend(LineChart.Legend.NONE)
        .emptyText(EMPTY)
        .add(
            line("KL divergence", readings, epoch -> measured(epoch, images).kl(), DIVERGENCE)
                .withEnd(Series.End.VALUE))
        .build();
  }

  // the two lines lie close: dots would hide the gap, and a single epoch has nothing else
  private static Series line(
      String name,
      Readings<VaeBatch, VaeEpoch> readings,
      ToDoubleFunction<VaeEpoch> number,
      Hue colour) {
    return CourseLines.epochs(name, readings.epochs(), number, colour)
        .withMarker(readings.epochs().size() == 1 ? Marker.DOT : Marker.NONE);
  }

  private static VaeBatch measured(VaeEpoch epoch, Readings.On images) {
    return images == Readings.On.TEST ? epoch.test() : epoch.train();
  }
}
