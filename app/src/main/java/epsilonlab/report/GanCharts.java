package epsilonlab.report;

import epsilonlab.generative.GanBatch;
import epsilonlab.generative.GanEpoch;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The losses of a GAN's two players and what the discriminator believes. The generator is solid
 * blue, the discriminator dashed orange; belief in real images solid green, in generated ones
 * dashed pink.
 */
public final class GanCharts {
  /** The generator's colour. */
  public static final Hue GENERATOR = SeriesColours.LENET;

  /** The discriminator's colour. */
  public static final Hue DISCRIMINATOR = SeriesColours.FGSM_TRAINED;

  /** The colour of what the discriminator believes of real images. */
  public static final Hue REAL = SeriesColours.SMALL_CNN;

  /** The colour of what it believes of generated ones. */
  public static final Hue GENERATED = SeriesColours.PGD_TRAINED;

  private GanCharts() {}

  /** One number of a batch, its name and its look. */
  private record Line(String name, ToDoubleFunction<GanBatch> number, Hue colour, LineStyle style) {
    Series drawn(Series series) {
      return series.withStyle(style);
    }
  }

  private static final List<Line> LOSSES =
      List.of(
          new Line("generator", GanBatch::generatorLoss, GENERATOR, LineStyle.SOLID),
          new Line("discriminator", GanBatch::discriminatorLoss, DISCRIMINATOR, LineStyle.DASHED));
  private static final List<Line> BELIEFS =
      List.of(
          new Line("of real digits", GanBatch::realScore, REAL, LineStyle.SOLID),
          new Line("of generated ones", GanBatch::generatedScore, GENERATED, LineStyle.DASHED));

  /**
   * The losses, binary cross-entropy; ln 2 where nobody can tell the images apart.
   *
   * @param range of this training, so that the axis does not jump
   */
  public static LineChart losses(
      Readings<GanBatch, GanEpoch> readings, Readings.On images, RunningRange range) {
    LineChart.Builder chart =
        readings.chart(
            Axis.running(range).withLabel("loss"),
            images == Readings.On.TEST ? "Losses on test images by epoch" : "Losses by epoch");
    if (images == Readings.On.TRAINING) {
      LOSSES.forEach(
          line ->
              chart.add(
                  line.drawn(
                      CourseLines.raw(
                          line.name(), readings.batches(), line.number(), line.colour()))));
    }
    LOSSES.forEach(line -> chart.add(strong(readings, images, line)));
    return chart.build();
  }

  /** D(x) and D(G(z)), each the mean probability of being real; 0.5 where nobody can tell. */
  public static LineChart beliefs(Readings<GanBatch, GanEpoch> readings, Readings.On images) {
    LineChart.Builder chart =
        readings.chart(
            Axis.fixed(0, 1)
                .withTicks(0, 0.25, 0.5, 0.75, 1)
                .withLabel("probability of being real"),
            images == Readings.On.TEST
                ? "What the discriminator believes of test images and generated ones"
                : "What the discriminator believes of real images and generated ones");
    if (!readings.batches().isEmpty() || !readings.epochs().isEmpty()) {
      chart.add(CourseLines.level(0.5, readings.last(), FigureTheme::ink));
    }
    BELIEFS.forEach(line -> chart.add(strong(readings, images, line)));
    return chart.build();
  }

  private static Series strong(
      Readings<GanBatch, GanEpoch> readings, Readings.On images, Line line) {
    Series series =
        images == Readings.On.TEST
            ? CourseLines.epochs(
                line.name(),
                readings.epochs(),
                epoch -> line.number().applyAsDouble(epoch.test()),
                line.colour())
            : CourseLines.smooth(
                line.name(), readings.batches(), line.number(), line.colour(), readings.reach());
    return line.drawn(series);
  }
}
