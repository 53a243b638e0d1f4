package epsilonlab.ui.photo;

import epsilonlab.photo.Photo;
import epsilonlab.photo.PhotoPng;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.PhotoVerdict;
import epsilonlab.report.MarkdownReport;
import epsilonlab.report.PhotoCharts;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ctrl+E: the three pictures, the bars, the curves and the verdict in a folder of its own. */
final class PhotoExport {
  private static final double WIDTH = 480;

  private PhotoExport() {}

  /** Writes it; on a job's thread. */
  static void fill(ResultFolder out, PhotoResult result) {
    MarkdownReport report =
        new MarkdownReport("An attacked photo").text(PhotoVerdict.of(result).sentences());
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    pictures.put("original", PhotoPng.of(Photo.picture(result.original())));
    pictures.put(
        "change",
        PhotoPng.of(PhotoPng.change(result.change(), Math.max(1e-4, result.norms().linf()))));
    pictures.put("adversarial", result.png());
    pictures.forEach(
        (name, png) -> {
          out.write(name + ".png", png);
          report.picture(name + ".png", name);
        });
    figure(out, report, "top-five", PhotoCharts.topFive(result.before(), result.after()));
    figure(
        out,
        report,
        "probabilities",
        PhotoCharts.probabilities(result.trace(), result.goal(), result.steps()));
    figure(out, report, "loss", PhotoCharts.loss(result.trace(), result.goal(), result.steps()));
    out.write(MarkdownReport.FILE, report.toMarkdown());
  }

  private static void figure(ResultFolder out, MarkdownReport report, String name, Figure figure) {
    double height = figure.preferredHeight(WIDTH, FigureTheme.LIGHT);
    FigureExport.png(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".png"));
    FigureExport.svg(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".svg"));
    out.write(name + ".csv", figure.toTable().toCsv());
    report.picture(name + ".png", name);
  }
}
