package epsilonlab.ui.generate.denoise;

import epsilonlab.generative.Pictures;
import epsilonlab.model.Safetensors;
import epsilonlab.report.MarkdownReport;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.TrainingFilm;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Dialogs;
import epsilonlab.ui.FolderExport;
import epsilonlab.ui.component.ExportNotices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ctrl+E: everything the part shows, the film of the training and the weights that are looked at,
 * into a folder of its own.
 */
final class ExportDenoise {
  private static final double WIDTH = 680;
  private static final int FILM_COLUMNS = 5;

  private final DenoiseViewModel model;
  private final Dialogs dialogs;
  private final ExportNotices notices;

  ExportDenoise(DenoiseViewModel model, Dialogs dialogs, ExportNotices notices) {
    this.model = model;
    this.dialogs = dialogs;
    this.notices = notices;
  }

  /** One figure with what is said below it. */
  private record Entry(Figure figure, String caption) {}

  void ask() {
    Autoencoder autoencoder = model.inView().autoencoder().get();
    if (autoencoder == null) {
      return;
    }
    Map<String, Entry> figures = figures();
    SortedMap<Integer, List<float[]>> film = film();
    String words =
        DefenceWords.of(model.defence().curves().get(), model.defence().epsilon().get())
            .sentences();
    new FolderExport(model.session(), dialogs, notices)
        .ask("denoising", out -> fill(out, autoencoder, figures, film, words));
  }

  private Map<String, Entry> figures() {
    Map<String, Entry> figures = new LinkedHashMap<>();
    Read read = model.restoring().grid().get();
    if (read != null) {
      figures.put(
          "noisy-and-restored",
          new Entry(
              DenoiseFigures.grid(
                  read, model.restoring().many().get(), model.restoring().stale().get(), -1),
              "Noisy above, restored below"));
    }
    if (model.inView().opened().get() == null) {
      figures.put("loss", new Entry(ChartsPane.lossFigure(model), "Cross-entropy a digit"));
    }
    if (!model.defence().curves().get().points().isEmpty()) {
      figures.put(
          "as-a-defence",
          new Entry(ChartsPane.defenceFigure(model), "Accuracy against the size of the attack"));
    }
    DefenceStudy.Attacked digit = model.defence().digit().get();
    if (digit != null) {
      figures.put(
          "one-digit",
          new Entry(DenoiseFigures.digit(digit.digit()), "One digit, attacked and restored"));
    }
    return figures;
  }

  /** The same ten test digits after every epoch. */
  private SortedMap<Integer, List<float[]>> film() {
    SortedMap<Integer, List<float[]>> film = new TreeMap<>();
    if (model.inView().opened().get() == null) {
      for (Map.Entry<Integer, Pictures> epoch : model.course().all().entrySet()) {
        List<float[]> digits = new ArrayList<>();
        for (int i = 0; i < epoch.getValue().count(); i++) {
          digits.add(epoch.getValue().image(i));
        }
        film.put(epoch.getKey(), digits);
      }
    }
    return film;
  }

  private static void fill(
      ResultFolder out,
      Autoencoder autoencoder,
      Map<String, Entry> figures,
      SortedMap<Integer, List<float[]>> film,
      String words) {
    MarkdownReport report = new MarkdownReport("A denoising autoencoder").text(words);
    figures.forEach(
        (name, entry) -> {
          Figure figure = entry.figure();
          double height = figure.preferredHeight(WIDTH, FigureTheme.LIGHT);
          FigureExport.png(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".png"));
          FigureExport.svg(figure, WIDTH, height, FigureTheme.LIGHT, out.file(name + ".svg"));
          out.write(name + ".csv", figure.toTable().toCsv());
          report.picture(name + ".png", entry.caption());
        });
    if (!film.isEmpty()) {
      out.write("training.gif", TrainingFilm.gif(film, FILM_COLUMNS));
      report.picture("training.gif", "Ten test digits, restored after every epoch");
    }
    new Safetensors(autoencoder.weights(), autoencoder.card().toMetadata())
        .write(out.file("autoencoder.safetensors"));
    out.write(MarkdownReport.FILE, report.toMarkdown());
  }
}
