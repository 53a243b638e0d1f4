package epsilonlab.report;

import epsilonlab.privacy.dpsgd.DpSgdEpoch;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The course of a training with differential privacy. */
public final class DpSgdCharts {
  private DpSgdCharts() {}

  /** Accuracies of the model and of the attack by epoch. */
  public static LineChart accuracy(List<DpSgdEpoch> epochs) {
    return LineChart.builder()
        .x(Axis.epochs(epochs.size()))
        .y(Axis.percent(0, 1))
        .add(line("members", epochs, DpSgdEpoch::trainAccuracy, SeriesColours.LENET))
        .add(
            line("test images", epochs, DpSgdEpoch::testAccuracy, SeriesColours.MLP)
                .withStyle(LineStyle.DASHED))
        .add(
            line("attack", epochs, DpSgdEpoch::attackAccuracy, SeriesColours.MADRY_CNN)
                .withStyle(LineStyle.DOTTED))
        .description("Accuracy of the model and of the attack by epoch")
        .build();
  }

  /** Epsilon spent by epoch; nothing where it is infinite. */
  public static LineChart epsilon(List<DpSgdEpoch> epochs) {
    return LineChart.builder()
        .x(Axis.epochs(epochs.size()))
        .y(Axis.running(new RunningRange()))
        .add(line("epsilon", epochs, DpSgdEpoch::epsilon, SeriesColours.SMALL_CNN))
        .emptyText("Without noise epsilon is infinite.")
        .description("Epsilon spent by epoch")
        .build();
  }

  private static Series line(
      String name, List<DpSgdEpoch> epochs, ToDoubleFunction<DpSgdEpoch> y, SeriesColours colour) {
    return new Series(
        name,
        epochs.stream().mapToDouble(DpSgdEpoch::epoch).toArray(),
        epochs.stream().mapToDouble(y).toArray(),
        colour);
  }
}
