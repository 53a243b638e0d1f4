package epsilonlab.ui.attack;

import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.CurveChart;
import epsilonlab.report.MarkdownReport;
import epsilonlab.report.PngFiles;
import epsilonlab.report.PngFiles.Ink;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Dialogs;
import epsilonlab.ui.FolderExport;
import epsilonlab.ui.component.ExportNotices;
import java.util.List;

/** Ctrl+E: everything the tab shows, into a folder of its own. */
final class ExportAll {
  private static final int SCALE = 10;
  private static final double WIDTH = 680;

  private final AttackViewModel model;
  private final ExportNotices notices;
  private final Dialogs dialogs;

  ExportAll(AttackViewModel model, ExportNotices notices, Dialogs dialogs) {
    this.model = model;
    this.notices = notices;
    this.dialogs = dialogs;
  }

  void ask() {
    AttackedImage attacked = model.attacked().get();
    if (attacked == null) {
      return;
    }
    double epsilon = model.attackedEpsilon();
    double full = model.fullColour();
    List<CurveChart.Line> lines = model.curves().lines().get();
    Figure chart = CurveChart.of(lines, model.scale().most(), epsilon, null);
    String words = PlainWords.describe(model, attacked);
    new FolderExport(model.session(), dialogs, notices)
        .ask("attack", out -> fill(out, attacked, full, chart, words));
  }

  private static void fill(
      ResultFolder out, AttackedImage attacked, double fullColour, Figure chart, String words) {
    out.write("original.png", PngFiles.digit(attacked.original(), SCALE, Ink.DARK_ON_LIGHT));
    out.write(
        "perturbation.png", PngFiles.perturbation(attacked.perturbation(), fullColour, SCALE));
    out.write("adversarial.png", PngFiles.digit(attacked.adversarial(), SCALE, Ink.DARK_ON_LIGHT));
    double height = chart.preferredHeight(WIDTH, FigureTheme.LIGHT);
    FigureExport.png(chart, WIDTH, height, FigureTheme.LIGHT, out.file("curves.png"));
    FigureExport.svg(chart, WIDTH, height, FigureTheme.LIGHT, out.file("curves.svg"));
    out.write("curves.csv", chart.toTable().toCsv());
    out.write(
        MarkdownReport.FILE,
        new MarkdownReport("An attacked digit")
            .text(words)
            .picture("original.png", "Original, dark ink on white")
            .picture("perturbation.png", "Perturbation, blue below 0, red above")
            .picture("adversarial.png", "Adversarial, dark ink on white")
            .picture("curves.png", "Accuracy against epsilon")
            .toMarkdown());
  }
}
