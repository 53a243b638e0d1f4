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
 * when a step is done, anew when another choice takes its place, and once more when the step is
 * left with the same settings, for some figures grow. Belongs to the FX thread.
 */
final class StepFigures {
  private static final double WIDTH = 560;

  private final Map<Integer, Map<PartName, ReportBlock>> taken = new HashMap<>();
  // how often a step was finished when it was last looked at
  private final Map<Integer, Integer> seen = new HashMap<>();
  private final Set<Integer> doneHere = new HashSet<>();
  private LessonRun followed;

  /**
   * What was taken of all steps.
   *
   * @param doneHere the steps of which nothing else counts, for they were done in this window
   */
  record Taken(Map<Integer, Map<PartName, ReportBlock>> shown, Set<Integer> doneHere) {
    private List<ReportBlock> blocks(int step, PartName part, FigureFiles earlier) {
      Optional<List<ReportBlock>> now =
          Optional.ofNullable(shown.getOrDefault(step, Map.of()).get(part))
              .map(ReportBlock::withNumbers);
      return now.orElseGet(() -> doneHere.contains(step) ? List.of() : earlier.read(step, part));
    }
  }

  /** Begins anew when another lesson is open, or the same one without its answers. */
  void follow(LessonRun run) {
    if (run != followed) {
      boolean same = followed != null && followed.lesson() == run.lesson();
      followed = run;
      taken.keySet().removeIf(step -> !same || !run.isDone(step));
      doneHere.removeIf(step -> !same || !run.isDone(step));
      seen.clear();
      IntStream.range(0, run.lesson().steps().size())
          .forEach(step -> seen.put(step, run.record(step).finished()));
    }
  }

  /**
   * Looks whether the step in view has come to be done, or was done in another way.
   *
   * @return whether what was taken of it has changed
   */
  boolean look(LessonRun run, Supplier<TabParts> parts) {
    return isNew(run) && take(run, parts.get());
  }

  private boolean isNew(LessonRun run) {
    return seen.getOrDefault(run.at(), 0) < run.record(run.at()).finished();
  }

  /**
   * Takes what the step in view shows, if the lab is still set as when it was done; what was taken
   * of another choice is given up.
   *
   * @return whether what was taken of it has changed
   */
  boolean take(LessonRun run, TabParts parts) {
    boolean any = isNew(run) && taken.remove(run.at()) != null;
    if (isNew(run)) {
      doneHere.add(run.at());
      seen.put(run.at(), run.record(run.at()).finished());
    }
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

  /** Whether what was taken of a step is all that counts of it, for it was done in this window. */
  boolean isDoneHere(int step) {
    return doneHere.contains(step);
  }

  /** What was taken of all steps. */
  Taken all() {
    Map<Integer, Map<PartName, ReportBlock>> copy = new HashMap<>();
    taken.forEach((step, parts) -> copy.put(step, Map.copyOf(parts)));
    return new Taken(copy, Set.copyOf(doneHere));
  }

  /**
   * The report of a lesson; may be called on any thread.
   *
   * @param steps the indices of the steps that are handed in
   * @param frame who hands it in, and with what it was computed
   */
  static ReportDocument report(
      HandIn handIn, List<Integer> steps, ReportFrame frame, Taken now, FigureFiles earlier) {
    return LessonReport.of(
        handIn,
        frame.byline(),
        frame.settings(),
        frame.networks(),
        (section, part) ->
            now.blocks(steps.get(handIn.sections().indexOf(section)), part, earlier));
  }
}
