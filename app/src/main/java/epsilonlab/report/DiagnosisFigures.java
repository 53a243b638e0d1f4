package epsilonlab.report;

import epsilonlab.evaluation.diagnosis.Check;
import epsilonlab.evaluation.diagnosis.LossSlice;
import epsilonlab.evaluation.diagnosis.Step;
import epsilonlab.evaluation.diagnosis.Trace;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.report.figure.SlicePlot;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What an attack did, by step, and the loss around its way. */
public final class DiagnosisFigures {
  private static final int FEW = 5;

  private DiagnosisFigures() {}

  /** Loss and margin; the attack has won where the margin is above 0. */
  public static LineChart loss(Trace trace) {
    return chart(trace, Axis.running(new RunningRange()), "Loss and margin by step")
        .add(line(trace, "loss", Step::loss, SeriesColours.FGSM_TRAINED, LineStyle.SOLID))
        .add(line(trace, "margin", Step::margin, SeriesColours.LENET, LineStyle.DASHED))
        .build();
  }

  /** The length of the gradient, on a logarithmic scale. */
  public static LineChart gradient(Trace trace) {
    return chart(
            trace, Axis.running(new RunningRange()).withLog(true), "Length of the gradient by step")
        .add(
            line(
                trace,
                "gradient length",
                step -> step.gradientNorm() > 0 ? step.gradientNorm() : Double.NaN,
                SeriesColours.SMALL_CNN,
                LineStyle.SOLID))
        .emptyText("The gradient is 0 everywhere.")
        .build();
  }

  /** Fractions of zero gradient entries, and of pixels held by the ball and by [0, 1]. */
  public static LineChart shares(Trace trace) {
    return chart(trace, Axis.percent(0, 1), "Zero gradients and clipped pixels by step")
        .add(
            line(
                trace,
                "zero gradient",
                Step::zeroGradient,
                SeriesColours.PGD_TRAINED,
                LineStyle.SOLID))
        .add(line(trace, "at the ball", Step::atBall, SeriesColours.MLP, LineStyle.DASHED))
        .add(line(trace, "at 0 or 1", Step::atRange, SeriesColours.LOGISTIC, LineStyle.DOTTED))
        .build();
  }

  private static LineChart.Builder chart(Trace trace, Axis y, String description) {
    return LineChart.builder()
        .x(steps(trace.last().step()))
        .y(y)
        .legend(LineChart.Legend.ABOVE)
        .description(description);
  }

  private static Axis steps(int last) {
    Axis axis = Axis.fixed(0, last).withLabel("step");
    // there is no half step
    return last > FEW
        ? axis
        : axis.withTicks(IntStream.rangeClosed(0, last).asDoubleStream().toArray());
  }

  private static Series line(
      Trace trace, String name, ToDoubleFunction<Step> value, Hue colour, LineStyle style) {
    List<Step> steps = trace.steps();
    return new Series(
            name,
            steps.stream().mapToDouble(Step::step).toArray(),
            steps.stream().mapToDouble(value).toArray(),
            colour)
        .withStyle(style);
  }

  /** The loss on a plane, with the attack's way. */
  public static SlicePlot slice(LossSlice slice) {
    return new SlicePlot(
        slice.along(),
        slice.aside(),
        slice.loss(),
        slice.margin(),
        slice.pathAlong(),
        slice.pathAside(),
        -1);
  }

  /** One row a check. */
  public static Table checks(List<Check> checks) {
    Table table = new Table("check", "passed", "value");
    checks.forEach(check -> table.add(check.name(), check.passed() ? "yes" : "no", check.value()));
    return table;
  }

  /** One row a step. */
  public static Table steps(Trace trace) {
    Table table =
        new Table(
            "step",
            "loss",
            "margin",
            "gradient_norm",
            "zero_gradient",
            "at_ball",
            "at_range",
            "size",
            "answer",
            "fooled");
    for (Step step : trace.steps()) {
      table.add(
          step.step(),
          step.loss(),
          step.margin(),
          step.gradientNorm(),
          step.zeroGradient(),
          step.atBall(),
          step.atRange(),
          step.size(),
          step.answer(),
          String.valueOf(step.fooled()));
    }
    return table;
  }
}
