package epsilonlab.report;

import epsilonlab.photo.ClassScore;
import epsilonlab.photo.PhotoSettings.Goal;
import epsilonlab.photo.Scores;
import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.ClassBars;
import epsilonlab.report.figure.ClassBars.Role;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.report.figure.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What an attack on a photo did, step by step, and the likeliest classes before and after. */
public final class PhotoCharts {
  private static final int SHOWN = 5;
  // below, float32 logits tell no difference
  private static final double LEAST_LOSS = 1e-8;

  private PhotoCharts() {}

  /**
   * The top five before and, below, those after that were not among them.
   *
   * @param after null while there was no attack
   */
  public static ClassBars topFive(Scores before, Scores after) {
    List<ClassBars.Row> first = new ArrayList<>();
    for (ClassScore score : before.top(SHOWN)) {
      first.add(row(before, after, score.index()));
    }
    if (after == null) {
      return new ClassBars(List.of(first));
    }
    List<Integer> known = before.top(SHOWN).stream().map(ClassScore::index).toList();
    List<ClassBars.Row> second = new ArrayList<>();
    for (ClassScore score : after.top(2 * SHOWN)) {
      if (!known.contains(score.index()) && second.size() < SHOWN) {
        second.add(row(before, after, score.index()));
      }
    }
    return new ClassBars(second.isEmpty() ? List.of(first) : List.of(first, second));
  }

  private static ClassBars.Row row(Scores before, Scores after, int index) {
    Role role = Role.OTHER;
    if (index == before.answer()) {
      role = Role.BEFORE;
    } else if (after != null && index == after.answer()) {
      role = Role.AFTER;
    }
    return new ClassBars.Row(
        before.names().label(index),
        before.probability(index),
        after == null ? Double.NaN : after.probability(index),
        role);
  }

  /**
   * The probabilities of the class to leave, the class to reach (or, without one, the answer at the
   * end) and the second likeliest at the beginning.
   *
   * @param trace what the network said after 0, 1, 2, ... steps
   * @param steps where the axis ends
   */
  public static LineChart probabilities(List<Scores> trace, Goal goal, int steps) {
    LineChart.Builder chart =
        LineChart.builder()
            .x(axis(trace, steps))
            .y(Axis.percent(0, 1).withLabel("probability"))
            .emptyText("An attack draws its steps here.")
            .description("Probabilities over the steps of the attack");
    if (!trace.isEmpty()) {
      int found = goal.found();
      int last = trace.get(trace.size() - 1).answer();
      int reached = goal.isTargeted() ? goal.wanted() : last;
      int third = third(trace.get(0), found, reached);
      if (reached != found) {
        chart.add(line(trace, reached, FigureTheme::danger).withWidth(3));
      }
      chart.add(line(trace, found, FigureTheme::accent).withStyle(LineStyle.DASHED));
      chart.add(line(trace, third, FigureTheme::muted).withStyle(LineStyle.DOTTED).withWidth(2));
      chart.marker(flip(trace, goal), "");
    }
    return chart.build();
  }

  private static int third(Scores start, int found, int reached) {
    return start.top(3).stream()
        .map(ClassScore::index)
        .filter(index -> index != found && index != reached)
        .findFirst()
        .orElse(found);
  }

  private static Series line(List<Scores> trace, int index, Hue colour) {
    return series(
        trace.get(0).names().label(index), trace, scores -> scores.probability(index), colour);
  }

  private static Series series(
      String name, List<Scores> trace, ToDoubleFunction<Scores> value, Hue colour) {
    double[] x = new double[trace.size()];
    double[] y = new double[trace.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
      y[i] = value.applyAsDouble(trace.get(i));
    }
    return new Series(name, x, y, colour);
  }

  /** The cross-entropy of the class to reach or, without one, of the class to leave. */
  public static LineChart loss(List<Scores> trace, Goal goal, int steps) {
    LineChart.Builder chart =
        LineChart.builder()
            .x(axis(trace, steps).withLabel("step"))
            .y(Axis.running(new RunningRange()).withLog(true).withLabel("loss"))
            .legend(LineChart.Legend.NONE)
            .emptyText("")
            .description("Cross-entropy over the steps of the attack");
    if (!trace.isEmpty()) {
      chart.add(
          series(
              "loss of " + trace.get(0).names().label(goal.watched()),
              trace,
              scores -> Math.max(LEAST_LOSS, scores.loss(goal.watched())),
              goal.isTargeted() ? FigureTheme::danger : FigureTheme::accent));
      chart.marker(flip(trace, goal), "");
    }
    return chart.build();
  }

  private static Axis axis(List<Scores> trace, int steps) {
    return Axis.fixed(0, Math.max(1, Math.max(steps, trace.size() - 1)));
  }

  /** The first step after which the answer is the wanted one; NaN if there is none. */
  public static double flip(List<Scores> trace, Goal goal) {
    for (int i = 0; i < trace.size(); i++) {
      if (goal.isReached(trace.get(i))) {
        return i;
      }
    }
    return Double.NaN;
  }
}
