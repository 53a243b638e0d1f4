package epsilonlab.command;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.run.LessonProgress;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.CapsuleReport;
import epsilonlab.report.handin.Byline;
import epsilonlab.report.handin.LessonReport;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportDocument;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the report of a capsule that is handed in. */
@Command(
    name = "report",
    description = {
      "Makes a report of a capsule as PDF, HTML and Markdown.",
      "Writes report.pdf, report.html (one file that needs nothing else) and report.md with pictures "
          + "to --out (default: a folder name-report beside the capsule)."
    })
final class ReportCommand extends LabCommand {
  @Parameters(index = "0", paramLabel = "CAPSULE", description = "A capsule, name.epsilab.")
  Path file;

  @Override
  String name() {
    return "report";
  }

  @Override
  Optional<String> whyNoCapsule() {
    return Optional.of("report computes nothing that could be run again; leave --capsule out.");
  }

  @Override
  void check() {
    if (common.out == null) {
      String name = file.getFileName().toString();
      common.out =
          file.resolveSibling(
              name.replaceFirst("\\" + CapsuleFile.EXTENSION + "$", "") + "-report");
    }
  }

  @Override
  void run(CommandRun run) {
    Capsule capsule = CapsuleFile.read(file);
    run.setting("file", file);
    ReportDocument report =
        CapsuleReport.of(capsule)
            .or(() -> ofLesson(capsule))
            .orElseThrow(
                () ->
                    new LabException(
                        "The capsule "
                            + file
                            + " holds no report; make one in the window, where its figures are."));
    run.files().handIn(report);
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("title", report.title());
    results.put("files", ResultFiles.HAND_IN);
    results.put("sections", report.sections().size());
    results.put("figures", count(report, ReportBlock.Picture.class));
    results.put("tables", count(report, ReportBlock.Rows.class));
    run.finish(results);
  }

  /** What can be told of a lesson without the figures that the window has. */
  private static Optional<ReportDocument> ofLesson(Capsule capsule) {
    return capsule
        .lesson()
        .flatMap(
            state ->
                Lessons.shipped().stream()
                    .filter(lesson -> lesson.id().equals(state.id()))
                    .map(lesson -> LessonProgress.read(lesson, state.progress()))
                    .findFirst())
        .map(
            run ->
                LessonReport.of(
                    run.handIn(),
                    // the day of this call is not that of the student
                    Byline.unknown(),
                    Map.of(),
                    Optional.empty(),
                    (section, part) -> List.of()));
  }

  private static long count(ReportDocument report, Class<? extends ReportBlock> kind) {
    return report.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(kind::isInstance)
        .count();
  }
}
