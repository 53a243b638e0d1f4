package epsilonlab.ui.generate.gan;

import epsilonlab.generative.GanBatch;
import epsilonlab.generative.GanEpoch;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.Pictures;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.report.GanCharts;
import epsilonlab.report.Readings;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.TrainingFilm;
import epsilonlab.report.figure.DigitGrid;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.RunningRange;
import epsilonlab.ui.generate.run.GenerativeRun;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What Ctrl+E writes of a training: the digits at every tenth epoch and at the last, losses and
 * beliefs on both kinds of images, the film, and the weights at the end. Taken when it is made, so
 * the training may go on; written on a job's thread.
 */
final class GanExport implements Consumer<ResultFolder> {
  private static final int EVERY = 10;
  private static final int COLUMNS = 4;
  private static final int SCALE = 3;
  private static final double WIDTH = 640;

  private final NavigableMap<Integer, Pictures> pictures;
  private final Readings<GanBatch, GanEpoch> readings;
  private final NavigableMap<Integer, Weights> weights;
  private final GenerativeRun<GanBatch, GanEpoch> run;
  private final FigureTheme theme;

  GanExport(GanViewModel model, FigureTheme theme) {
    this.run = model.trainings().shown().get();
    this.pictures = run.course().pictures();
    this.weights = run.course().weights();
    double last = model.course().lookedAt().last().get();
    this.readings = new Readings<>(run.course().batches(), run.course().epochs(), Double.NaN, last);
    this.theme = theme;
  }

  @Override
  public void accept(ResultFolder folder) {
    pictures.forEach(
        (epoch, made) -> {
          if (epoch % EVERY == 0 || epoch.equals(pictures.lastKey())) {
            String subject = "Digits after epoch " + epoch;
            DigitGrid sheet = new DigitGrid(made.values(), COLUMNS, GanSeePane.GAP, -1, subject);
            double width = DigitGrid.side(COLUMNS, SCALE, GanSeePane.GAP);
            double height = sheet.preferredHeight(width, theme);
            String name = String.format(java.util.Locale.ROOT, "digits/epoch-%03d", epoch);
            FigureExport.png(sheet, width, height, theme, folder.file(name + ".png"));
          }
        });
    for (Readings.On images : Readings.On.values()) {
      String on = images == Readings.On.TEST ? "-test" : "-training";
      figure(folder, "losses" + on, GanCharts.losses(readings, images, new RunningRange()));
      figure(folder, "beliefs" + on, GanCharts.beliefs(readings, images));
    }
    SortedMap<Integer, List<float[]>> film = new TreeMap<>();
    pictures.forEach((epoch, made) -> film.put(epoch, digits(made)));
    folder.write("training.gif", TrainingFilm.gif(film, COLUMNS));
    weights(folder);
  }

  private void figure(ResultFolder folder, String name, Figure figure) {
    double height = figure.preferredHeight(WIDTH, theme);
    FigureExport.png(figure, WIDTH, height, theme, folder.file(name + ".png"));
    FigureExport.svg(figure, WIDTH, height, theme, folder.file(name + ".svg"));
    FigureExport.csv(figure, folder.file(name + ".csv"));
  }

  private void weights(ResultFolder folder) {
    int epoch = weights.lastKey();
    Weights last = run.kept() == null ? weights.get(epoch) : run.kept().result().weights();
    double epochs = run.kept() == null ? epoch : run.course().now();
    String title = run.settings().network().title();
    new Safetensors(
            last,
            GenerativeModels.card(title, run.settings(), run.data().id(), epochs).toMetadata())
        .write(folder.file("weights.safetensors"));
  }

  private static List<float[]> digits(Pictures made) {
    List<float[]> digits = new ArrayList<>();
    for (int i = 0; i < made.count(); i++) {
      digits.add(made.image(i));
    }
    return digits;
  }
}
