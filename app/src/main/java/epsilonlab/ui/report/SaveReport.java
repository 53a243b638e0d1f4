package epsilonlab.ui.report;

import epsilonlab.job.Work;
import epsilonlab.report.handin.HandInReport;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.ui.FileType;
import epsilonlab.ui.LabServices;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Asks where a report shall go, and writes it there in a job. */
public final class SaveReport {
  private static final List<FileType> TYPES =
      List.of(
          new FileType("PDF", List.of("*.pdf")),
          new FileType("Web page", List.of("*.html")),
          new FileType("Markdown", List.of("*.md")));

  private SaveReport() {}

  /**
   * Asks and writes.
   *
   * @param name of the file, without ending
   * @param report gives the report, on a job's thread
   */
  public static void ask(LabServices services, String name, Callable<ReportDocument> report) {
    services
        .dialogs()
        .chooseFileToSave("Save the report (.pdf, .html or .md)", name + ".pdf", TYPES)
        .ifPresent(file -> write(services, file, report));
  }

  private static void write(LabServices services, Path file, Callable<ReportDocument> report) {
    services
        .jobs()
        .submit(
            Work.interactive(
                "Write the report",
                () -> {
                  HandInReport.write(file, report.call());
                  return file;
                }))
        .future()
        .whenComplete(
            (written, failure) -> {
              if (failure == null) {
                services.messages().success("Saved " + written);
              } else {
                services.messages().failure(failure);
              }
            });
  }
}
