package epsilonlab.ui.theory;

import epsilonlab.report.MarkdownReport;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.MathsText;
import epsilonlab.theory.CheckResult;
import epsilonlab.theory.Theorem;
import epsilonlab.ui.theory.page.TheoryPage;
import java.util.Map;

/** Ctrl+E: a page's drawings as they are seen, its words and what the check found. */
final class PageExport {
  private static final double WIDTH = 680;

  private final Theorem theorem;
  private final Map<String, Figure> figures;
  private final String words;
  private final CheckResult check;

  /**
   * Copies what is seen now; to be made on the FX thread.
   *
   * @param check what the check found; null if it has not run
   */
  PageExport(Theorem theorem, TheoryPage page, CheckResult check) {
    this.theorem = theorem;
    this.figures = page.figures();
    this.words = MathsText.parse(page.words().getValue()).plain().replace("**", "");
    this.check = check;
  }

  /** Writes into a folder; on a job's thread. */
  void write(ResultFolder out) {
    MarkdownReport report =
        new MarkdownReport(theorem.title()).text(theorem.sentence()).text(words);
    figures.forEach(
        (name, figure) -> {
          double height = figure.preferredHeight(WIDTH, FigureTheme.LIGHT);
          FigureExport.png(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".png"));
          FigureExport.svg(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".svg"));
          out.write(name + ".csv", figure.toTable().toCsv());
          report.picture(name + ".png", figure.description());
        });
    if (check != null) {
      Table table = new Table("what is compared", "cases", "largest difference");
      check
          .claims()
          .forEach(one -> table.add(one.claim().sentence(), one.cases(), one.largestDifference()));
      report.section("Checked on " + check.instances() + " random cases").table(table);
    }
    out.write(MarkdownReport.FILE, report.toMarkdown());
  }
}
