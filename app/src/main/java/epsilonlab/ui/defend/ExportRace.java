package epsilonlab.ui.defend;

import epsilonlab.data.DataSet;
import epsilonlab.defence.RaceDefaults;
import epsilonlab.report.MarkdownReport;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.Dialogs;
import epsilonlab.ui.FolderExport;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.component.ExportNotices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ctrl+E: everything the tab shows, into a folder of its own. */
final class ExportRace {
  private static final double WIDTH = 680;

  private final DefendViewModel model;
  private final Dialogs dialogs;
  private final ExportNotices notices;

  ExportRace(DefendViewModel model, Dialogs dialogs, ExportNotices notices) {
    this.model = model;
    this.dialogs = dialogs;
    this.notices = notices;
  }

  /**
   * What is exported, as it was when the key was pressed.
   *
   * @param figures by file name, in the order of the report
   */
  private record Snapshot(
      Map<String, Figure> figures,
      List<RaceModel> models,
      DataSet data,
      FigureTable trial,
      String words) {}

  void ask() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    put(figures, "race", model.chart().get());
    for (double epsilon : RaceDefaults.ATTACKERS) {
      put(figures, tableName(epsilon), DefendFigures.table(model.table(), epsilon));
    }
    double shown = model.table().shownEpsilon();
    put(figures, tableName(shown), DefendFigures.table(model.table(), shown));
    put(figures, "the-same-digit", DefendFigures.comparison(model.digit().shown().get()));
    Snapshot snapshot =
        new Snapshot(
            figures,
            model.models().get(),
            model.trained() == null ? null : model.trained().plan().data(),
            DefendFigures.trial(model.trial().outcome().get()),
            DefendWords.ofTable(model).replace("**", "").replace("$", ""));
    LabSession session = model.session();
    long seed = session.seed().get();
    new FolderExport(session, dialogs, notices)
        .ask("defend", out -> fill(out, snapshot, session, seed));
  }

  private static String tableName(double epsilon) {
    return "training-against-attack-" + Numbers.plain(epsilon);
  }

  private static void put(Map<String, Figure> figures, String name, Figure figure) {
    if (figure != null) {
      figures.put(name, figure);
    }
  }

  private static void fill(ResultFolder out, Snapshot snapshot, LabSession session, long seed) {
    Map<String, Figure> figures = new LinkedHashMap<>(snapshot.figures());
    for (RaceModel of : snapshot.models()) {
      figures.put("samples-" + of.method().id(), Samples.of(session, of, snapshot.data(), seed));
    }
    MarkdownReport report = new MarkdownReport("A race of trainings").text(snapshot.words());
    figures.forEach(
        (name, figure) -> {
          double height = figure.preferredHeight(WIDTH, FigureTheme.LIGHT);
          FigureExport.png(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".png"));
          FigureExport.svg(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".svg"));
          out.write(name + ".csv", figure.toTable().toCsv());
          report.picture(name + ".png", figure.description());
        });
    if (!snapshot.trial().rows().isEmpty()) {
      out.write("stronger-attacks.csv", snapshot.trial().toCsv());
      report.section("Is it truly more robust?").text(snapshot.trial().toMarkdown());
    }
    out.write(MarkdownReport.FILE, report.toMarkdown());
  }
}
