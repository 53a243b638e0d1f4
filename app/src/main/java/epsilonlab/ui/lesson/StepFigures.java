package epsilonlab.ui.lesson;

import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.run.HandIn;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.handin.LessonReport;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.report.ReportFrame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What the parts of the window showed when the steps of a lesson were done, for its report. Taken
 * when a step is done, and once more when it is left with the same settings, for some figures grow.
 * Belongs to the FX thread.
 */
final class StepFigures {
  private static final double WIDTH = 560;

  private final Map<Integer, Map<PartName, ReportBlock>> taken = new HashMap<>();
  private final Set<Integer> seen = new HashSet<>();
  private LessonRun followed;

  /** Begins anew when another lesson is open, or the same one without its answers. */
  void follow(LessonRun run) {
    if (run != followed) {
      boolean same = followed != null && followed.lesson() == run.lesson();
      followed = run;
      taken.keySet().removeIf(step -> !same || !run.isDone(step));
      seen.clear();
      IntStream.range(0, run.lesson().steps().size()).filter(run::isDone).forEach(seen::add);
    }
  }

  /**
   * Looks whether the step in view has come to be done.
   *
   * @return whether anything was taken
   */
  boolean look(LessonRun run, Supplier<TabParts> parts) {
    return run.isDone(run.at()) && seen.add(run.at()) && take(run, parts.get());
  }

  /**
   * Takes what the step in view shows, if the lab is still set as when it was done.
   *
   * @return whether anything was taken
   */
  boolean take(LessonRun run, TabParts parts) {
    boolean any = false;
    if (run.isAsDone()) {
      for (PartName part : run.step().report().parts()) {
        Optional<ReportBlock> block = block(part, parts);
        block.ifPresent(
            shown -> taken.computeIfAbsent(run.at(), at -> new HashMap<>()).put(part, shown));
        any |= block.isPresent();
      }
    }
    return any;
  }

  private static Optional<ReportBlock> block(PartName part, TabParts parts) {
    Optional<Figure> figure = parts.figure(part.name());
    Optional<Table> table = parts.table(part.name());
    String caption = "The " + part.noun() + ".";
    return figure
        .map(shown -> (ReportBlock) new ReportBlock.Drawing(shown, WIDTH, caption))
        .or(() -> table.map(ReportBlock.Rows::new));
  }

  /** What was taken of a step, by part. */
  Map<PartName, ReportBlock> of(int step) {
    return Map.copyOf(taken.getOrDefault(step, Map.of()));
  }

  /** What was taken of all steps. */
  Map<Integer, Map<PartName, ReportBlock>> all() {
    Map<Integer, Map<PartName, ReportBlock>> copy = new HashMap<>();
    taken.forEach((step, parts) -> copy.put(step, Map.copyOf(parts)));
    return copy;
  }

  /**
   * The report of a lesson; may be called on any thread.
   *
   * @param steps the indices of the steps that are handed in
   * @param frame who hands it in, and with what it was computed
   */
  static ReportDocument report(
      HandIn handIn,
      List<Integer> steps,
      ReportFrame frame,
      Map<Integer, Map<PartName, ReportBlock>> now,
      FigureFiles earlier) {
    return LessonReport.of(
        handIn,
        frame.byline(),
        frame.settings(),
        frame.networks(),
        (section, part) -> {
          int step = steps.get(handIn.sections().indexOf(section));
          return Optional.ofNullable(now.getOrDefault(step, Map.of()).get(part))
              .map(ReportBlock::withNumbers)
              .orElseGet(() -> earlier.read(step, part));
        });
  }
}
