package epsilonlab.ui.privacy.mean;

import epsilonlab.report.MarkdownReport;
import epsilonlab.report.MeanTables;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.FolderExport;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.privacy.microscope.MicroscopeModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ctrl+E: all that the part shows, its numbers and what was chosen, into a folder of its own. */
final class MeanExport {
  private static final double WIDTH = 680;

  private final MeanViewModel model;
  private final MeanFigures figures;
  private final LabServices services;

  MeanExport(MeanViewModel model, MeanFigures figures, LabServices services) {
    this.model = model;
    this.figures = figures;
    this.services = services;
  }

  /** Whether there is something to export. */
  boolean isReady() {
    return model.look().get() != null;
  }

  void ask() {
    MicroscopeModel microscope = model.microscope();
    Map<String, Figure> shown = new LinkedHashMap<>();
    shown.put("scores", microscope.histogram().get());
    shown.put("roc", microscope.roc().get());
    MeanCurves curves = model.repeating().curves().get();
    Map<String, Table> tables = new LinkedHashMap<>();
    if (!curves.dimensions().isEmpty()) {
      shown.put("dimensions", figures.dimensions().get());
      tables.put("dimensions", MeanTables.dimensions(curves.of().n(), curves.dimensions()));
    }
    if (!curves.noise().isEmpty()) {
      shown.put("noise", figures.noise().get());
      shown.put("norm", figures.norm().get());
      tables.put("noise", MeanTables.noise(curves.of().n(), curves.of().d(), curves.noise()));
    }
    Map<String, Object> settings = settings();
    String words = model.look().get().words();
    new FolderExport(model.session(), services.dialogs(), ExportPorts.notices(services.messages()))
        .ask("gaussian-mean", out -> fill(out, shown, tables, settings, words.replace("**", "")));
  }

  private Map<String, Object> settings() {
    MeanForm.Chosen of = model.look().get().of();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("n", of.n());
    settings.put("d", of.d());
    settings.put("variance", of.variance());
    settings.put("score", of.score().id());
    settings.put("simulation", of.simulation().id());
    settings.put("repeats", model.repeating().curves().get().of().repeats());
    settings.put("seed", of.seed());
    settings.put("threshold", model.microscope().threshold().get());
    settings.put("epsilon", MeanTables.epsilon(of.n(), of.d(), of.variance()));
    settings.put("delta", MeanTables.DELTA);
    return settings;
  }

  private static void fill(
      ResultFolder out,
      Map<String, Figure> shown,
      Map<String, Table> tables,
      Map<String, Object> settings,
      String words) {
    MarkdownReport report =
        new MarkdownReport("Membership inference on a Gaussian mean").text(words).values(settings);
    shown.forEach(
        (name, figure) -> {
          double height = figure.preferredHeight(WIDTH, FigureTheme.LIGHT);
          FigureExport.png(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".png"));
          FigureExport.svg(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".svg"));
          if (!tables.containsKey(name)) {
            FigureExport.csv(figure, out.file(name + ".csv"));
          }
          report.picture(name + ".png", figure.description());
        });
    tables.forEach((name, table) -> out.write(name + ".csv", table.toCsv()));
    Table chosen = new Table("name", "value");
    settings.forEach((name, value) -> chosen.add(name, value));
    out.write("settings.csv", chosen.toCsv());
    report.text(MeanWords.ASSUMES);
    out.write(MarkdownReport.FILE, report.toMarkdown());
  }
}
