package epsilonlab.report;

import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.report.figure.Series;
import epsilonlab.training.EpochRecord;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The loss and the accuracy of a finished training by epoch. */
public final class TrainingCharts {
  private TrainingCharts() {}

  /** Mean cross-entropy, training and test, by epoch. */
  public static LineChart loss(List<EpochRecord> epochs, Hue colour) {
    return chart(
        epochs,
        colour,
        EpochRecord::trainLoss,
        EpochRecord::testLoss,
        Axis.running(new RunningRange()).withLabel("loss"),
        "Loss by epoch");
  }

  /** Accuracy, training and test, by epoch. */
  public static LineChart accuracy(List<EpochRecord> epochs, Hue colour) {
    return chart(
        epochs,
        colour,
        EpochRecord::trainAccuracy,
        EpochRecord::testAccuracy,
        Axis.percent(0, 1).withLabel("accuracy"),
        "Accuracy by epoch");
  }

  private static LineChart chart(
      List<EpochRecord> epochs,
      Hue colour,
      ToDoubleFunction<EpochRecord> train,
      ToDoubleFunction<EpochRecord> test,
      Axis y,
      String description) {
    double[] at = epochs.stream().mapToDouble(EpochRecord::epoch).toArray();
    return LineChart.builder()
        .x(Axis.fixed(0, Math.max(1, epochs.size())).withLabel("epoch"))
        .y(y)
        .legend(LineChart.Legend.ABOVE)
        .emptyText("No epoch was finished.")
        .description(description)
        .add(
            new Series("training", at, epochs.stream().mapToDouble(train).toArray(), colour)
                .withStyle(LineStyle.DASHED))
        .add(
            new Series("test", at, epochs.stream().mapToDouble(test).toArray(), colour)
                .withMarker(Marker.DOT))
        .build();
  }
}
