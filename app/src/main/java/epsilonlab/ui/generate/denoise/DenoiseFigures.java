package epsilonlab.ui.generate.denoise;

import epsilonlab.defence.purify.PurifiedDigit;
import epsilonlab.defence.purify.PurifierCurves;
import epsilonlab.defence.purify.PurifierEvent;
import epsilonlab.defence.purify.PurifierSetting;
import epsilonlab.generative.DenoisingBatch;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.report.DenoisingChart;
import epsilonlab.report.PurifierChart;
import epsilonlab.report.Readings;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LayerBars;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.RestoredGrid;
import epsilonlab.report.figure.RestoredUnderAttack;
import epsilonlab.ui.generate.run.TrainingCourse;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of the denoising part. */
final class DenoiseFigures {
  private static final Hue NARROWEST = DenoisingChart.LOSS;

  private static final int NO_EPOCHS = 10;

  private DenoiseFigures() {}

  static LayerBars layers(int narrowest) {
    return new LayerBars(List.of(784, 256, narrowest, 256, 784), NARROWEST);
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
   * The three curves, with the values at the marker.
   *
   * @param model the colour of the classifier
   */
  static LineChart defence(PurifierCurves curves, Hue model, double epsilon, String emptyText) {
    return PurifierChart.of(curves, model, DefenceStudy.MOST, epsilon).toBuilder()
        .emptyText(emptyText)
        .build();
  }

  /** The accuracy of one curve, between measured points on a straight line; NaN beyond them. */
  static double accuracy(PurifierCurves curves, PurifierSetting setting, double epsilon) {
    PurifierEvent.Point before = null;
    for (PurifierEvent.Point point : curves.curve(setting)) {
      if (point.epsilon() == epsilon) {
        return point.accuracy();
      }
      if (before != null && point.epsilon() > epsilon) {
        double share = (epsilon - before.epsilon()) / (point.epsilon() - before.epsilon());
        return before.accuracy() + share * (point.accuracy() - before.accuracy());
      }
      before = point;
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
