package epsilonlab.ui.generate.denoise;

import epsilonlab.defence.purify.PurifiedDigit;
import epsilonlab.defence.purify.PurifierCurves;
import epsilonlab.defence.purify.PurifierEvent;
import epsilonlab.defence.purify.PurifierSetting;
import epsilonlab.generative.DenoisingBatch;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.report.DenoisingChart;
import epsilonlab.report.Readings;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.Colours;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LayerBars;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.RestoredGrid;
import epsilonlab.report.figure.RestoredUnderAttack;
import epsilonlab.report.figure.Series;
import epsilonlab.ui.generate.run.TrainingCourse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of the denoising part. */
final class DenoiseFigures {
  private static final Hue DEFENDED = DenoisingChart.LOSS;

  private static final int NO_EPOCHS = 10;
  // of the opacity that the area between lines has
  private static final double BAND = 0.6;

  private DenoiseFigures() {}

  static LayerBars layers(int narrowest) {
    return new LayerBars(List.of(784, 256, narrowest, 256, 784), DEFENDED);
  }

  /**
   * The two rows of digits.
   *
   * @param many the accuracies of the row labels
   * @param selected the column with a coloured frame, or -1
   */
  static RestoredGrid grid(Read read, Restoring.Many many, boolean stale, int selected) {
    return new RestoredGrid(
        new RestoredGrid.Row(
            "Noisy", many.noisy(), stale, cells(read, read.noisy(), read.noisyAnswers())),
        new RestoredGrid.Row(
            "Restored",
            many.restored(),
            stale,
            cells(read, read.restored(), read.restoredAnswers())),
        selected);
  }

  private static List<RestoredGrid.Cell> cells(Read read, float[][] images, int[] answers) {
    return IntStream.range(0, images.length)
        .mapToObj(i -> new RestoredGrid.Cell(images[i], read.labels()[i], answers[i]))
        .toList();
  }

  /**
   * The loss by epoch.
   *
   * @param marker the epoch that is looked at
   * @param last the right end of the axis
   */
  static LineChart loss(
      TrainingCourse<DenoisingBatch, DenoisingEpoch> course, double marker, double last) {
    return DenoisingChart.perDigit(new Readings<>(course.batches(), course.epochs(), marker, last));
  }

  /** The same chart without lines. */
  static LineChart noLoss(String sentence) {
    Readings<DenoisingBatch, DenoisingEpoch> none =
        new Readings<>(List.of(), List.of(), Double.NaN, NO_EPOCHS);
    return DenoisingChart.perDigit(none).toBuilder().emptyText(sentence).build();
  }

  /**
   * The three curves, with the values at the marker; what the plain attack promises and the other
   * takes away is faintly red.
   *
   * @param model the colour of the classifier
   */
  static LineChart defence(PurifierCurves curves, Hue model, double epsilon, String emptyText) {
    Series bare =
        series(curves, PurifierSetting.UNDEFENDED, model)
            .withStyle(LineStyle.DOTTED)
            .withWidth(2.5);
    Series plain =
        series(curves, PurifierSetting.PLAIN, DEFENDED).withStyle(LineStyle.DASHED).withWidth(2.5);
    Series adaptive = series(curves, PurifierSetting.ADAPTIVE, DEFENDED).withWidth(3.5);
    return LineChart.builder()
        .x(
            Axis.fixed(0, DefenceStudy.MOST)
                .withTicks(0, 0.1, 0.2, 0.3)
                .withLabel("size of the attack, ε"))
        .y(Axis.percent(0, 1).withLabel("accuracy"))
        .legend(LineChart.Legend.ABOVE)
        .add(bare)
        .addBand(adaptive, plain, theme -> Colours.fade(theme.danger(), BAND))
        .marker(epsilon, PurifierSetting.ADAPTIVE.title())
        .atMarker(PurifierSetting.PLAIN.title(), true)
        .atMarker(PurifierSetting.UNDEFENDED.title(), false)
        .emptyText(emptyText)
        .description("Accuracy against the size of the attack")
        .build();
  }

  private static Series series(PurifierCurves curves, PurifierSetting setting, Hue colour) {
    double[][] points = points(curves, setting);
    return new Series(setting.title(), points[0], points[1], colour);
  }

  /** Epsilons and accuracies of one curve, from 0 on. */
  private static double[][] points(PurifierCurves curves, PurifierSetting setting) {
    List<PurifierEvent.Point> all = new ArrayList<>(curves.curve(setting));
    if (curves.clean() != null && all.stream().noneMatch(point -> point.epsilon() == 0)) {
      boolean bare = setting == PurifierSetting.UNDEFENDED;
      all.add(
          0,
          new PurifierEvent.Point(
              setting, 0, bare ? curves.clean().bare() : curves.clean().purified()));
    }
    return new double[][] {
      all.stream().mapToDouble(PurifierEvent.Point::epsilon).toArray(),
      all.stream().mapToDouble(PurifierEvent.Point::accuracy).toArray()
    };
  }

  /**
   * The accuracy of one curve at an epsilon, between measured points on a straight line, or NaN.
   */
  static double accuracy(PurifierCurves curves, PurifierSetting setting, double epsilon) {
    double[][] points = points(curves, setting);
    for (int i = 0; i < points[0].length; i++) {
      if (points[0][i] == epsilon) {
        return points[1][i];
      }
      if (i > 0 && points[0][i] > epsilon) {
        double share = (epsilon - points[0][i - 1]) / (points[0][i] - points[0][i - 1]);
        return points[1][i - 1] + share * (points[1][i] - points[1][i - 1]);
      }
    }
    return Double.NaN;
  }

  static RestoredUnderAttack digit(PurifiedDigit digit) {
    return new RestoredUnderAttack(
        digit.views().stream()
            .map(
                view ->
                    new RestoredUnderAttack.Row(
                        rowName(view.setting()),
                        view.attacked(),
                        view.restored().orElse(null),
                        view.answer(),
                        view.confidence()))
            .toList(),
        digit.label());
  }

  private static String rowName(PurifierSetting setting) {
    return Character.toUpperCase(setting.title().charAt(0)) + setting.title().substring(1);
  }
}
