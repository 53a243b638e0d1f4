package epsilonlab.ui.train;

import epsilonlab.data.DataSet;
import epsilonlab.model.Architecture;
import epsilonlab.model.LayerSketch;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.ConfusionMatrix;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.NetworkDrawing;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;
import java.util.Locale;

/** The figures of the Train tab. */
final class TrainFigures {
  private static final String EMPTY = "The curves begin with the first batch.";

  private TrainFigures() {}

  static Hue colour(Architecture architecture) {
    return SeriesColours.ofArchitecture(architecture.id());
  }

  /**
   * The losses of a training.
   *
   * @param epochs the right end of the axis
   * @param range of this training, so that the axis does not jump
   */
  static LineChart loss(
      TrainingHistory.Curves curves, Hue colour, double epochs, RunningRange range, boolean log) {
    Series raw =
        new Series("training, each batch", curves.x(), curves.loss(), colour)
            .withWidth(1)
            .withOpacity(0.28)
            .unlisted();
    return LineChart.builder()
        .x(Axis.epochs(epochs))
        .y(Axis.running(range).withLabel("loss").withLog(log))
        .legend(LineChart.Legend.ABOVE)
        .add(raw)
        .add(training(curves.x(), curves.smoothLoss(), colour))
        .add(test(curves.testX(), curves.testLoss(), colour))
        .marker(curves.now() > 0 ? curves.now() : Double.NaN, null)
        .emptyText(EMPTY)
        .description("Cross-entropy by epoch")
        .build();
  }

  /** The accuracies of a training, from 0 or from 90 % on. */
  static LineChart accuracy(
      TrainingHistory.Curves curves, Hue colour, double epochs, boolean closeUp) {
    return LineChart.builder()
        .x(Axis.epochs(epochs))
        .y(Axis.percent(closeUp ? 0.9 : 0, 1).withLabel("accuracy"))
        .legend(LineChart.Legend.ABOVE)
        .add(training(curves.x(), curves.smoothAccuracy(), colour))
        .add(test(curves.testX(), curves.testAccuracy(), colour).withEnd(Series.End.VALUE))
        .marker(curves.now() > 0 ? curves.now() : Double.NaN, null)
        .emptyText(EMPTY)
        .description("Accuracy by epoch")
        .build();
  }

  private static Series training(double[] x, double[] y, Hue colour) {
    return new Series("training", x, y, colour).withStyle(LineStyle.DASHED).withWidth(2);
  }

  private static Series test(double[] x, double[] y, Hue colour) {
    return new Series("test, each epoch", x, y, colour).withWidth(3).withMarker(Marker.DOT);
  }

  static ConfusionMatrix confusion(TestSummary test, TrainingPlan plan) {
    return new ConfusionMatrix(
        test.confusion(),
        colour(plan.architecture()),
        hasNames(plan.data()) ? plan.data().classNames() : List.of());
  }

  /** Whether the classes are called otherwise than by their numbers. */
  static boolean hasNames(DataSet data) {
    return !data.classNames().get(0).equals("0");
  }

  /**
   * The most confidently wrong digits.
   *
   * @param most at most so many
   */
  static DigitWall wrong(TestSummary test, DataSet data, int columns, int scale, int most) {
    List<DigitWall.Tile> tiles =
        test.worst().stream().limit(most).map(wrong -> tile(wrong, data)).toList();
    return new DigitWall(tiles, columns, scale, "Most confidently wrong, truth and answer");
  }

  private static DigitWall.Tile tile(TestSummary.Wrong wrong, DataSet data) {
    String sure = String.format(Locale.ROOT, "%.1f %%", 100 * wrong.confidence());
    boolean names = hasNames(data);
    // two words do not fit beside an arrow
    String caption =
        names
            ? "→ " + data.classNames().get(wrong.answer())
            : wrong.truth() + " → " + wrong.answer();
    String remark = names ? data.classNames().get(wrong.truth()) : sure;
    return new DigitWall.Tile(wrong.image(), caption, remark, DigitWall.State.PLAIN);
  }

  static NetworkDrawing drawing(Architecture architecture) {
    List<NetworkDrawing.Layer> layers =
        architecture.sketch().stream()
            .map(
                sketch ->
                    new NetworkDrawing.Layer(kind(sketch.kind()), sketch.channels(), sketch.side()))
            .toList();
    return new NetworkDrawing(layers, colour(architecture));
  }

  private static NetworkDrawing.Kind kind(LayerSketch.Kind kind) {
    return switch (kind) {
      case IMAGE -> NetworkDrawing.Kind.IMAGE;
      case MAPS -> NetworkDrawing.Kind.MAPS;
      case VECTOR -> NetworkDrawing.Kind.VECTOR;
    };
  }
}
