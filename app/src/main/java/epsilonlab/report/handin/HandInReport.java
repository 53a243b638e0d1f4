package epsilonlab.report.handin;

import epsilonlab.engine.LabException;
import epsilonlab.report.figure.FigureExport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a report, in the kind of file that the name's ending asks for: {@code .pdf}; {@code
 * .html}, which needs no other file; {@code .md} with its pictures in a folder {@code name-files}
 * beside it. Whole or not at all. Not for the FX thread.
 */
public final class HandInReport {
  private HandInReport() {}

  /**
   * Writes a report.
   *
   * @throws LabException if the ending is another one, or the file cannot be written
   */
  public static void write(Path file, ReportDocument report) {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    switch (ending) {
      case "pdf" -> FigureExport.save(file, PdfReport.bytes(report));
      case "html" ->
          FigureExport.save(file, HtmlReport.text(report).getBytes(StandardCharsets.UTF_8));
      case "md" -> markdown(file, name.substring(0, name.length() - 3), report);
      default ->
          throw new LabException(
              "A report is a .pdf, .html or .md file, not " + name + "; give it another ending.");
    }
  }

  private static void markdown(Path file, String stem, ReportDocument report) {
    MarkdownHandIn written = MarkdownHandIn.of(report, stem + "-files");
    for (Map.Entry<String, byte[]> picture : written.pictures().entrySet()) {
      FigureExport.save(file.resolveSibling(picture.getKey()), picture.getValue());
    }
    FigureExport.save(file, written.text().getBytes(StandardCharsets.UTF_8));
  }
}
