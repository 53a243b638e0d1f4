package epsilonlab.ui.generate.vae;

import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.Pictures;
import epsilonlab.generative.VaeEpoch;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.report.MarkdownReport;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.TrainingFilm;
import epsilonlab.report.figure.DigitGrid;
import epsilonlab.report.figure.DigitWalk;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.FolderExport;
import epsilonlab.ui.LabServices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ctrl+E: all that the VAE part shows, and the weights, into a folder of its own. */
final class VaeExport {
  private static final double WIDTH = 680;
  private static final double MAP = 420;
  private static final double SAMPLES = 348;

  private final VaeViewModel model;
  private final VaeFigures figures;
  private final LabServices services;

  VaeExport(VaeViewModel model, VaeFigures figures, LabServices services) {
    this.model = model;
    this.figures = figures;
    this.services = services;
  }

  /** Whether there is something to export. */
  boolean isReady() {
    return model.weights().isPresent();
  }

  void ask() {
    Map<String, Figure> shown = shown();
    Optional<Weights> weights = model.weights();
    Map<String, String> card = card();
    SortedMap<Integer, List<float[]>> film = film();
    String words = words();
    new FolderExport(model.session(), services.dialogs(), ExportPorts.notices(services.messages()))
        .ask("vae", out -> fill(out, shown, weights, card, film, words));
  }

  private Map<String, Figure> shown() {
    Map<String, Figure> shown = new LinkedHashMap<>();
    put(shown, "map", model.painter().map().get());
    put(shown, "loss", model.opened().get() == null ? figures.loss().get() : null);
    put(shown, "kl", model.opened().get() == null ? figures.divergence().get() : null);
    Pictures samples = model.samples().get();
    if (samples != null) {
      shown.put("samples", new DigitGrid(samples.values(), 4, 4, -1, "Samples"));
    }
    ReadImages walk = model.cursor().walk().get();
    if (walk != null) {
      shown.put("walk", walk(walk));
    }
    return shown;
  }

  private static void put(Map<String, Figure> all, String name, Figure figure) {
    if (figure != null) {
      all.put(name, figure);
    }
  }

  private DigitWalk walk(ReadImages walk) {
    return VaeWords.walk(walk, model.session());
  }

  private Map<String, String> card() {
    OpenedVae opened = model.opened().get();
    return opened != null
        ? opened.entry().card().toMetadata()
        : GenerativeModels.card(
                "VAE",
                model.settings(),
                model.trainings().shown().get().data().id(),
                model.course().epochs())
            .toMetadata();
  }

  private SortedMap<Integer, List<float[]>> film() {
    SortedMap<Integer, List<float[]>> film = new TreeMap<>();
    if (model.opened().get() == null) {
      model
          .course()
          .all()
          .forEach(
              (epoch, pictures) -> {
                List<float[]> images = new ArrayList<>();
                for (int i = 0; i < pictures.count(); i++) {
                  images.add(pictures.image(i));
                }
                film.put(epoch, images);
              });
    }
    return film;
  }

  private String words() {
    Optional<VaeEpoch> record = model.record();
    String loss =
        record
            .map(
                epoch ->
                    "Test loss after epoch "
                        + model.course().lookedAt().epoch().get()
                        + ": "
                        + epoch.test().loss()
                        + " ("
                        + VaeWords.parts(epoch.test(), model.settings().beta())
                        + ").\n\n")
            .orElse("");
    return loss + VaeWords.whyBlurred(model.network().get().latent());
  }

  private static void fill(
      ResultFolder out,
      Map<String, Figure> shown,
      Optional<Weights> weights,
      Map<String, String> card,
      SortedMap<Integer, List<float[]>> film,
      String words) {
    MarkdownReport report = new MarkdownReport("A variational autoencoder").text(words);
    shown.forEach(
        (name, figure) -> {
          double width = name.equals("map") ? MAP : name.equals("samples") ? SAMPLES : WIDTH;
          double height = figure.preferredHeight(width, FigureTheme.LIGHT);
          FigureExport.png(figure, width, height, FigureTheme.LIGHT, out.file(name + ".png"));
          FigureExport.svg(figure, width, height, FigureTheme.LIGHT, out.file(name + ".svg"));
          out.write(name + ".csv", figure.toTable().toCsv());
          report.picture(name + ".png", figure.description());
        });
    if (film.size() > 1) {
      out.write("training.gif", TrainingFilm.gif(film, 4));
      report.picture("training.gif", "The samples through the training");
    }
    weights.ifPresent(all -> out.write("vae.safetensors", new Safetensors(all, card).toBytes()));
    out.write(MarkdownReport.FILE, report.toMarkdown());
  }
}
