package epsilonlab.ui.privacy.logistic;

import epsilonlab.report.MarkdownReport;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.FolderExport;
import epsilonlab.ui.LabServices;
import java.util.Map;

/**
 * Ctrl+E: the figures, the numbers and the settings of a page, into a folder of its own.
 *
 * @param folder its name
 * @param title of the report
 * @param words what the page says of its numbers; symbols between dollar signs
 * @param settings by their names on the command line
 * @param figures by file name
 * @param tables by file name
 */
record ExportPage(
    String folder,
    String title,
    String words,
    Map<String, Object> settings,
    Map<String, Figure> figures,
    Map<String, Table> tables) {
  private static final double WIDTH = 680;

  /** Asks where, and writes. */
  void ask(LabServices services) {
    new FolderExport(
            services.session(), services.dialogs(), ExportPorts.notices(services.messages()))
        .ask(folder, this::fill);
  }

  private void fill(ResultFolder out) {
    MarkdownReport report =
        new MarkdownReport(title).text(words.replaceAll("\\$|\\*\\*", "")).values(settings);
    figures.forEach(
        (name, figure) -> {
          double height = figure.preferredHeight(WIDTH, FigureTheme.LIGHT);
          FigureExport.png(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".png"));
          FigureExport.svg(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".svg"));
          out.write(name + ".csv", figure.toTable().toCsv());
          report.picture(name + ".png", figure.description());
        });
    tables.forEach(
        (name, table) -> {
          out.write(name + ".csv", table.toCsv());
          report.section(name).table(table);
        });
    out.write(MarkdownReport.FILE, report.toMarkdown());
  }
}
